/** What a saved file may be called without surprising the one who opens it; anything else gets `.bin`. */
const EXTENSIONS =
  /\.(pdf|png|jpe?g|gif|webp|heic|tiff?|bmp|txt|csv|md|rtf|docx?|odt|xlsx?|ods|json|xml|zip|dcm|eml|ics|vcf|phr-reply)$/i;
const BY_TYPE = new Map([
  ["application/pdf", ".pdf"],
  ["image/png", ".png"],
  ["image/jpeg", ".jpg"],
  ["text/plain", ".txt"],
]);
const NAME_LIMIT = 120;

/** Without folders, control characters or marks that reverse the reading direction (which can make "fdp.exe" read as "exe.pdf"). */
export function safeName(name: string, type = ""): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/^[. ]+|[. ]+$/g, "");
  const extension = EXTENSIONS.exec(plain)?.[0] ?? BY_TYPE.get(type) ?? ".bin";
  const stem = EXTENSIONS.test(plain) ? plain.slice(0, -extension.length) : plain;
  return [...(stem || "document")].slice(0, NAME_LIMIT).join("") + extension;
}
