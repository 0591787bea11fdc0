/**
 * Takes away the one way out that neither the sandbox nor the Content-Security-Policy closes: WebRTC.
 * Imported before anything else runs.
 */
const WAYS_OUT = ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection", "RTCDataChannel"];

for (const name of WAYS_OUT) {
  Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
}

export {};
