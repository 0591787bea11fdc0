<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccessPage</name>
    <message numerus="yes">
        <source>%n opening(s) left</source>
        <translation>
            <numerusform>%n opening left</numerusform>
            <numerusform>%n openings left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message numerus="yes">
        <source>%n item(s) shared before are deleted from the record since.</source>
        <translation>
            <numerusform>%n item shared before is deleted from the record since.</numerusform>
            <numerusform>%n items shared before are deleted from the record since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consultation</name>
    <message numerus="yes">
        <source>%n more in the section.</source>
        <translation>
            <numerusform>%n more in the section.</numerusform>
            <numerusform>%n more in the section.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Curation</name>
    <message numerus="yes">
        <source>%n item(s) can be shared again.</source>
        <translation>
            <numerusform>%n item can be shared again.</numerusform>
            <numerusform>%n items can be shared again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) kept private: no access will contain them.</source>
        <translation>
            <numerusform>%n item kept private: no access will contain it.</numerusform>
            <numerusform>%n items kept private: no access will contain them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) closed. Open them when you choose.</source>
        <translation>
            <numerusform>%n item closed. Open it when you choose.</numerusform>
            <numerusform>%n items closed. Open them when you choose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sensitive topics of %n item(s) changed.</source>
        <translation>
            <numerusform>Sensitive topics of %n item changed.</numerusform>
            <numerusform>Sensitive topics of %n items changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s) from this vault, with all earlier versions? This cannot be undone. Backups, copies of the vault and files already handed over may still hold them.</source>
        <translation>
            <numerusform>Delete %n item from this vault, with all earlier versions? This cannot be undone. Backups, copies of the vault and files already handed over may still hold it.</numerusform>
            <numerusform>Delete %n items from this vault, with all earlier versions? This cannot be undone. Backups, copies of the vault and files already handed over may still hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted from this vault.</source>
        <translation>
            <numerusform>%n item deleted from this vault.</numerusform>
            <numerusform>%n items deleted from this vault.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted; wiping the traces will end when the vault is next opened.</source>
        <translation>
            <numerusform>%n item deleted; wiping the traces will end when the vault is next opened.</numerusform>
            <numerusform>%n items deleted; wiping the traces will end when the vault is next opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message numerus="yes">
        <source>%n item(s) chosen</source>
        <translation>
            <numerusform>%n item chosen</numerusform>
            <numerusform>%n items chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSide</name>
    <message numerus="yes">
        <source>%n result(s) added to the record, linked to the document.</source>
        <translation>
            <numerusform>%n result added to the record, linked to the document.</numerusform>
            <numerusform>%n results added to the record, linked to the document.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer. Printer and computer may keep a trace of them.</source>
        <translation>
            <numerusform>%n page sent to the printer. Printer and computer may keep a trace of it.</numerusform>
            <numerusform>%n pages sent to the printer. Printer and computer may keep a trace of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Guess</name>
    <message numerus="yes">
        <source>You keep “%1” and %n other item(s) to yourself.</source>
        <translation>
            <numerusform>You keep “%1” and %n other item to yourself.</numerusform>
            <numerusform>You keep “%1” and %n other items to yourself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other item(s) that you share may let it be guessed.</source>
        <translation>
            <numerusform>%1 and %n other item that you share may let it be guessed.</numerusform>
            <numerusform>%1 and %n other items that you share may let it be guessed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n file(s) wait in the vault, to be checked later.</source>
        <translation>
            <numerusform>%n file waits in the vault, to be checked later.</numerusform>
            <numerusform>%n files wait in the vault, to be checked later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message numerus="yes">
        <source>Delete %n file(s) from the vault, unread? This cannot be undone.</source>
        <translation>
            <numerusform>Delete %n file from the vault, unread? This cannot be undone.</numerusform>
            <numerusform>Delete %n files from the vault, unread? This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) deleted from this vault.</source>
        <translation>
            <numerusform>%n file deleted from this vault.</numerusform>
            <numerusform>%n files deleted from this vault.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message numerus="yes">
        <source>A record moved to a vault of its own: %n item(s).</source>
        <translation>
            <numerusform>A record moved to a vault of its own: %n item.</numerusform>
            <numerusform>A record moved to a vault of its own: %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This record came here from a vault of several people: %n item(s).</source>
        <translation>
            <numerusform>This record came here from a vault of several people: %n item.</numerusform>
            <numerusform>This record came here from a vault of several people: %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File imported: %n new item(s).</source>
        <translation>
            <numerusform>File imported: %n new item.</numerusform>
            <numerusform>File imported: %n new items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text of %n document(s) read, for search.</source>
        <translation>
            <numerusform>The text of %n document read, for search.</numerusform>
            <numerusform>The text of %n documents read, for search.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You confirmed %n result(s) that a document prints.</source>
        <translation>
            <numerusform>You confirmed %n result that a document prints.</numerusform>
            <numerusform>You confirmed %n results that a document prints.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) kept private.</source>
        <translation>
            <numerusform>%n item kept private.</numerusform>
            <numerusform>%n items kept private.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) can be shared again.</source>
        <translation>
            <numerusform>%n item can be shared again.</numerusform>
            <numerusform>%n items can be shared again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted.</source>
        <translation>
            <numerusform>%n item deleted.</numerusform>
            <numerusform>%n items deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You looked at what would be shared: %n item(s).</source>
        <translation>
            <numerusform>You looked at what would be shared: %n item.</numerusform>
            <numerusform>You looked at what would be shared: %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Access given anew to %1: %n item(s).</source>
        <translation>
            <numerusform>Access given anew to %1: %n item.</numerusform>
            <numerusform>Access given anew to %1: %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Access given to %1: %n item(s).</source>
        <translation>
            <numerusform>Access given to %1: %n item.</numerusform>
            <numerusform>Access given to %1: %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Handed over for good to %1: %n item(s).</source>
        <translation>
            <numerusform>Handed over for good to %1: %n item.</numerusform>
            <numerusform>Handed over for good to %1: %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown on this screen to %1: %n item(s).</source>
        <translation>
            <numerusform>Shown on this screen to %1: %n item.</numerusform>
            <numerusform>Shown on this screen to %1: %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reply to the file given to %1 opened: %n item(s).</source>
        <translation>
            <numerusform>Reply to the file given to %1 opened: %n item.</numerusform>
            <numerusform>Reply to the file given to %1 opened: %n items.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksPanel</name>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same from %n source(s):</source>
        <translation>
            <numerusform>The same from %n source:</numerusform>
            <numerusform>The same from %n sources:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message numerus="yes">
        <source>Delete %n original file(s)? This is an ordinary deletion, without the recycle bin: the disk, backups and synchronised folders may keep a trace. The vault keeps what it took in.</source>
        <translation>
            <numerusform>Delete %n original file? This is an ordinary deletion, without the recycle bin: the disk, backups and synchronised folders may keep a trace. The vault keeps what it took in.</numerusform>
            <numerusform>Delete %n original files? This is an ordinary deletion, without the recycle bin: the disk, backups and synchronised folders may keep a trace. The vault keeps what it took in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original file(s) deleted.</source>
        <translation>
            <numerusform>%n original file deleted.</numerusform>
            <numerusform>%n original files deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new item(s) in the record.</source>
        <translation>
            <numerusform>%n new item in the record.</numerusform>
            <numerusform>%n new items in the record.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more kept as they came, without an item of their own.</source>
        <translation>
            <numerusform>%n more kept as it came, without an item of its own.</numerusform>
            <numerusform>%n more kept as they came, without an item of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, as you chose.</source>
        <translation>
            <numerusform>%n left out, as you chose.</numerusform>
            <numerusform>%n left out, as you chose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesStep</name>
    <message numerus="yes">
        <source>%n page(s) are ready</source>
        <translation>
            <numerusform>%n page is ready</numerusform>
            <numerusform>%n pages are ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message numerus="yes">
        <source>%n new item(s)</source>
        <translation>
            <numerusform>%n new item</numerusform>
            <numerusform>%n new items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed item(s)</source>
        <translation>
            <numerusform>%n changed item</numerusform>
            <numerusform>%n changed items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>The record is in its own vault now: %n item(s), checked one by one.</source>
        <translation>
            <numerusform>The record is in its own vault now: %n item, checked.</numerusform>
            <numerusform>The record is in its own vault now: %n items, checked one by one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access(es) ended: give them again from that vault.</source>
        <translation>
            <numerusform>%n access ended: give it again from that vault.</numerusform>
            <numerusform>%n accesses ended: give them again from that vault.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that may be anybody&apos;s stay here.</source>
        <translation>
            <numerusform>%n file that may be anybody&apos;s stays here.</numerusform>
            <numerusform>%n files that may be anybody&apos;s stay here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotographPage</name>
    <message numerus="yes">
        <source>One document of %n page(s).</source>
        <translation>
            <numerusform>One document of %n page.</numerusform>
            <numerusform>One document of %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message numerus="yes">
        <source>What they will see: %n item(s)</source>
        <translation>
            <numerusform>What they will see: %n item</numerusform>
            <numerusform>What they will see: %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) stay out, because they also tell what you keep private; you can add them one by one.</source>
        <translation>
            <numerusform>%n document stays out, because it also tells what you keep private; you can add it one by one.</numerusform>
            <numerusform>%n documents stay out, because they also tell what you keep private; you can add them one by one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) that you left closed leave with it: the care professional reads them.</source>
        <translation>
            <numerusform>%n item that you left closed leaves with it: the care professional reads it.</numerusform>
            <numerusform>%n items that you left closed leave with it: the care professional reads them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalPanel</name>
    <message numerus="yes">
        <source>Add %n result(s) to the record</source>
        <translation>
            <numerusform>Add %n result to the record</numerusform>
            <numerusform>Add %n results to the record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood and left out.</source>
        <translation>
            <numerusform>%n line not understood and left out.</numerusform>
            <numerusform>%n lines not understood and left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted from the record since</source>
        <translation>
            <numerusform>%n deleted from the record since</numerusform>
            <numerusform>%n deleted from the record since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepliesPage</name>
    <message numerus="yes">
        <source>%n reply(ies) received. Nothing is shown of a reply before you open it.</source>
        <translation>
            <numerusform>%n reply received. Nothing is shown of a reply before you open it.</numerusform>
            <numerusform>%n replies received. Nothing is shown of a reply before you open it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reply opened: %n new item(s) in the record.</source>
        <translation>
            <numerusform>Reply opened: %n new item in the record.</numerusform>
            <numerusform>Reply opened: %n new items in the record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more would be kept as they came, without an item of their own.</source>
        <translation>
            <numerusform>%n more would be kept as it came, without an item of its own.</numerusform>
            <numerusform>%n more would be kept as they came, without an item of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are counted only, and taken in as well.</source>
        <translation>
            <numerusform>%n more is counted only, and taken in as well.</numerusform>
            <numerusform>%n more are counted only, and taken in as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n thing(s) are not as they were written. Restore a backup.</source>
        <translation>
            <numerusform>%n thing is not as it was written. Restore a backup.</numerusform>
            <numerusform>%n things are not as they were written. Restore a backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) without a touch</source>
        <translation>
            <numerusform>%n minute without a touch</numerusform>
            <numerusform>%n minutes without a touch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message numerus="yes">
        <source>These are the first %n files; drop the others afterwards.</source>
        <translation>
            <numerusform>This is %n file; drop the others afterwards.</numerusform>
            <numerusform>These are the first %n files; drop the others afterwards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsStep</name>
    <message numerus="yes">
        <source>%n opening(s).</source>
        <translation>
            <numerusform>%n opening.</numerusform>
            <numerusform>%n openings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n file(s) to check.</source>
        <translation>
            <numerusform>%n file to check.</numerusform>
            <numerusform>%n files to check.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply (replies) to open.</source>
        <translation>
            <numerusform>%n reply to open.</numerusform>
            <numerusform>%n replies to open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrendsPage</name>
    <message numerus="yes">
        <source>%n value(s) stand in the table only: they are no numbers, or would make more than six drawings.</source>
        <translation>
            <numerusform>%n value stands in the table only: it is no number, or would make more than six drawings.</numerusform>
            <numerusform>%n values stand in the table only: they are no numbers, or would make more than six drawings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message numerus="yes">
        <source>%n earlier version(s) besides.</source>
        <translation>
            <numerusform>%n earlier version besides.</numerusform>
            <numerusform>%n earlier versions besides.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_GuessPanel</name>
    <message numerus="yes">
        <source>Keep it to myself too</source>
        <translation>
            <numerusform>Keep it to myself too</numerusform>
            <numerusform>Keep them to myself too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n item(s) kept private.</source>
        <translation>
            <numerusform>%n item kept private.</numerusform>
            <numerusform>%n items kept private.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) no longer kept private.</source>
        <translation>
            <numerusform>%n item no longer kept private.</numerusform>
            <numerusform>%n items no longer kept private.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) closed for now.</source>
        <translation>
            <numerusform>%n item closed for now.</numerusform>
            <numerusform>%n items closed for now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) opened.</source>
        <translation>
            <numerusform>%n item opened.</numerusform>
            <numerusform>%n items opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s) for good, with what was there before?</source>
        <translation>
            <numerusform>Delete %n item for good, with what was there before?</numerusform>
            <numerusform>Delete %n items for good, with what was there before?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted from this vault.</source>
        <translation>
            <numerusform>%n item deleted from this vault.</numerusform>
            <numerusform>%n items deleted from this vault.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood and left out.</source>
        <translation>
            <numerusform>%n line not understood and left out.</numerusform>
            <numerusform>%n lines not understood and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in the record.</source>
        <translation>
            <numerusform>%n result in the record.</numerusform>
            <numerusform>%n results in the record.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) in this protected file.</source>
        <translation>
            <numerusform>%n item in this protected file.</numerusform>
            <numerusform>%n items in this protected file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One document of %n page(s).</source>
        <translation>
            <numerusform>One document of %n page.</numerusform>
            <numerusform>One document of %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out, because they also tell what is kept private. Name them with --entry to share them.</source>
        <translation>
            <numerusform>%n document left out, because it also tells what is kept private. Name it with --entry to share it.</numerusform>
            <numerusform>%n documents left out, because they also tell what is kept private. Name them with --entry to share them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed %n time(s); what it said before is kept.</source>
        <translation>
            <numerusform>Changed %n time; what it said before is kept.</numerusform>
            <numerusform>Changed %n times; what it said before is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) given before are deleted from the record since.</source>
        <translation>
            <numerusform>%n item given before is deleted from the record since.</numerusform>
            <numerusform>%n items given before are deleted from the record since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) that you keep private leave again, because you named them one by one.</source>
        <translation>
            <numerusform>%n item that you keep private leaves again, because you named it.</numerusform>
            <numerusform>%n items that you keep private leave again, because you named them one by one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, counted only.</source>
        <translation>
            <numerusform>%n more, counted only.</numerusform>
            <numerusform>%n more, counted only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved.</source>
        <translation>
            <numerusform>%n item moved.</numerusform>
            <numerusform>%n items moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access(es) ended: renew them there.</source>
        <translation>
            <numerusform>%n access ended: renew it there.</numerusform>
            <numerusform>%n accesses ended: renew them there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stay here that are not known to be this person&apos;s.</source>
        <translation>
            <numerusform>%n file stays here that is not known to be this person&apos;s.</numerusform>
            <numerusform>%n files stay here that are not known to be this person&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) were already here from another source.</source>
        <translation>
            <numerusform>%n result was already here from another source.</numerusform>
            <numerusform>%n results were already here from another source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) found: use a backup.</source>
        <translation>
            <numerusform>%n fault found: use a backup.</numerusform>
            <numerusform>%n faults found: use a backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message numerus="yes">
        <source>This vault&apos;s history is not a continuation of that one: an older vault was put in its place, or its history was changed. %n running access(es) ended; give them anew.</source>
        <translation>
            <numerusform>This vault&apos;s history is not a continuation of that one: an older vault was put in its place, or its history was changed. %n running access ended; give it anew.</numerusform>
            <numerusform>This vault&apos;s history is not a continuation of that one: an older vault was put in its place, or its history was changed. %n running accesses ended; give them anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message numerus="yes">
        <source>Too many codes that fit nothing: wait %n second(s) before the next one.</source>
        <translation>
            <numerusform>Too many codes that fit nothing: wait %n second before the next one.</numerusform>
            <numerusform>Too many codes that fit nothing: wait %n seconds before the next one.</numerusform>
        </translation>
    </message>
</context>
</TS>
