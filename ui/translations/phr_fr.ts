<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccessModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Care professional</source>
        <translation>Soignant</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Access ends</source>
        <translation>Fin d’accès</translation>
    </message>
    <message>
        <source>Openings</source>
        <translation>Ouvertures</translation>
    </message>
</context>
<context>
    <name>AccessPage</name>
    <message>
        <source>Replies (%1)…</source>
        <translation>Réponses (%1)…</translation>
    </message>
    <message>
        <source>Replies…</source>
        <translation>Réponses…</translation>
    </message>
    <message>
        <source>Given on %1</source>
        <translation>Donné le %1</translation>
    </message>
    <message>
        <source>begins on %1</source>
        <translation>commence le %1</translation>
    </message>
    <message numerus="yes">
        <source>%n opening(s) left</source>
        <translation>
            <numerusform>encore %n ouverture</numerusform>
            <numerusform>encore %n ouvertures</numerusform>
        </translation>
    </message>
    <message>
        <source>the card is out</source>
        <translation>la carte est en circulation</translation>
    </message>
    <message>
        <source>card back or destroyed on %1</source>
        <translation>carte reprise ou détruite le %1</translation>
    </message>
    <message>
        <source>in place of an earlier access</source>
        <translation>remplace un accès précédent</translation>
    </message>
    <message>
        <source>Access withdrawn.</source>
        <translation>Accès retiré.</translation>
    </message>
    <message>
        <source>Access of %1.</source>
        <translation>Accès de %1.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Withdraw access</source>
        <translation>Retirer l’accès</translation>
    </message>
    <message>
        <source>Whoever has the card and the file can read all of it. A card once printed can only be taken back by hand. Make it when you are about to hand it over.</source>
        <translation>Qui a la carte et le fichier peut tout lire. Une carte imprimée ne se reprend qu’à la main. Préparez-la au moment de la remettre.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Make the card…</source>
        <translation>Préparer la carte…</translation>
    </message>
    <message>
        <source>Written down: the card is back or destroyed.</source>
        <translation>C’est noté&#xa0;: la carte est reprise ou détruite.</translation>
    </message>
    <message>
        <source>Do you hold the card, or was it destroyed? Carnet writes down what you say; it cannot see the card. A photo of it still opens the file.</source>
        <translation>Avez-vous la carte en main, ou est-elle détruite&#xa0;? Carnet note ce que vous dites&#xa0;; il ne voit pas la carte. Une photo de la carte ouvre encore le fichier.</translation>
    </message>
    <message>
        <source>The card is back or destroyed</source>
        <translation>La carte est reprise ou détruite</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>Enregistrer la carte</translation>
    </message>
    <message>
        <source>consultation-card.pdf</source>
        <translation>carte-de-consultation.pdf</translation>
    </message>
    <message>
        <source>The card is in %1. Print it, then delete that file.</source>
        <translation>La carte est dans %1. Imprimez-la, puis supprimez ce fichier.</translation>
    </message>
    <message>
        <source>Care professionals and accesses</source>
        <translation>Soignants et accès</translation>
    </message>
    <message>
        <source>Give access…</source>
        <translation>Donner un accès…</translation>
    </message>
    <message>
        <source>Allow opening…</source>
        <translation>Autoriser l’ouverture…</translation>
    </message>
    <message>
        <source>Who has what…</source>
        <translation>Qui a quoi…</translation>
    </message>
    <message>
        <source>Card back or destroyed…</source>
        <translation>Carte reprise ou détruite…</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Narrow…</source>
        <translation>Restreindre…</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>Revoir les mots</translation>
    </message>
    <message>
        <source>Sharing receipt…</source>
        <translation>Reçu de partage…</translation>
    </message>
    <message>
        <source>Withdraw access…</source>
        <translation>Retirer l’accès…</translation>
    </message>
    <message>
        <source>Nobody has access</source>
        <translation>Personne n’a d’accès</translation>
    </message>
    <message>
        <source>What you keep here is seen by you alone.</source>
        <translation>Vous seul voyez ce qui est ici.</translation>
    </message>
    <message>
        <source>Accesses</source>
        <translation>Accès</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Access</source>
        <translation>&amp;Accès</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Aff&amp;ichage</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>&amp;Importer des fichiers…</translation>
    </message>
    <message>
        <source>Paste a picture or &amp;files</source>
        <translation>Co&amp;ller une image ou des fichiers</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Write an item…</source>
        <translation>É&amp;crire un élément…</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>&amp;Keep private / show</source>
        <translation>&amp;Garder pour moi / rendre partageable</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Give access…</source>
        <translation>&amp;Donner un accès…</translation>
    </message>
    <message>
        <source>&amp;Allow opening…</source>
        <translation>&amp;Autoriser l’ouverture…</translation>
    </message>
    <message>
        <source>Change the &amp;passphrase…</source>
        <translation>Changer la &amp;phrase secrète…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Fermer à clé</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Couleurs du système</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
</context>
<context>
    <name>AnalyteModel</name>
    <message>
        <source>What was measured</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
</context>
<context>
    <name>Caution</name>
    <message>
        <source>A care professional who does not know of it cannot take it into account. If in doubt, speak to a pharmacist.</source>
        <translation>Un soignant qui l’ignore ne peut pas en tenir compte. En cas de doute, parlez-en à un pharmacien.</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>What changes from the former access</source>
        <translation>Ce qui change par rapport à l’accès précédent</translation>
    </message>
    <message>
        <source>Let the former access run on</source>
        <translation>Laisser aussi l’accès précédent en cours</translation>
    </message>
    <message>
        <source>The former access ends.</source>
        <translation>L’accès précédent prend fin.</translation>
    </message>
    <message>
        <source>Newly shared: %1</source>
        <translation>Nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Corrected or completed since: %1</source>
        <translation>Corrigé ou complété depuis&#xa0;: %1</translation>
    </message>
    <message>
        <source>No longer shared: %1</source>
        <translation>N’est plus partagé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Kept private, but shared again because you added it yourself: %1</source>
        <translation>Gardé pour vous, mais partagé de nouveau parce que vous l’aviez ajouté vous-même&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) shared before are deleted from the record since.</source>
        <translation>
            <numerusform>%n élément partagé avant a été supprimé du dossier depuis.</numerusform>
            <numerusform>%n éléments partagés avant ont été supprimés du dossier depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: the same items are shared, as they were.</source>
        <translation>Rien&#xa0;: les mêmes éléments sont partagés, tels qu’ils étaient.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 du %2</translation>
    </message>
    <message>
        <source>Closed · %1</source>
        <translation>Fermé · %1</translation>
    </message>
</context>
<context>
    <name>ClosedPane</name>
    <message>
        <source>This item is closed: you chose not to see it for now. Only its kind and its date are shown, and searching words does not find it. It is not kept private.</source>
        <translation>Cet élément est fermé&#xa0;: vous avez choisi de ne pas le voir pour l’instant. Seuls son type et sa date sont montrés, et la recherche ne le trouve pas. Il n’est pas gardé pour vous.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
</context>
<context>
    <name>ColumnsPanel</name>
    <message>
        <source>What do the columns hold?</source>
        <translation>Que contiennent les colonnes&#xa0;?</translation>
    </message>
    <message>
        <source>Carnet does not recognise the headings of this table. Your answer is remembered for files with the same headings. Columns that are not read stay in the file, which is kept whole.</source>
        <translation>Carnet ne reconnaît pas les en-têtes de ce tableau. Votre réponse est retenue pour ce format de fichier&#xa0;: mêmes en-têtes, même lecture. Les colonnes non lues restent dans le fichier, gardé entier.</translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation>Les dates sont écrites</translation>
    </message>
    <message>
        <source>as they show</source>
        <translation>à déduire du tableau</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>jour, mois, année</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>mois, jour, année</translation>
    </message>
    <message>
        <source>Choose the date, at least one value, and how the dates are written if that is asked.</source>
        <translation>Choisissez la date, au moins une valeur et, si c’est demandé, la façon dont les dates sont écrites.</translation>
    </message>
    <message>
        <source>Read it so and remember</source>
        <translation>Lire ainsi et retenir</translation>
    </message>
    <message>
        <source>Keep it as a document</source>
        <translation>Garder comme document</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lue</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>time</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>remarque</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <source>what was measured</source>
        <translation>ce qui a été mesuré</translation>
    </message>
    <message>
        <source>value of what the row names</source>
        <translation>valeur de ce que nomme la ligne</translation>
    </message>
    <message>
        <source>another measure…</source>
        <translation>une autre mesure…</translation>
    </message>
    <message>
        <source>Column %1 holds</source>
        <translation>La colonne %1 contient</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
</context>
<context>
    <name>Consultation</name>
    <message>
        <source>&amp;Back to the items</source>
        <translation>&amp;Revenir aux éléments</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>Laboratory&apos;s reference range</source>
        <translation>Valeurs de référence du laboratoire</translation>
    </message>
    <message>
        <source>Laboratory&apos;s remark</source>
        <translation>Mention du laboratoire</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>Show the document</source>
        <translation>Afficher le document</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Afficher %1</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Synthèse</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>What the patient wrote</source>
        <translation>Ce que le patient a écrit</translation>
    </message>
    <message>
        <source>New since the last access: %1</source>
        <translation>Nouveau depuis le dernier accès&#xa0;: %1</translation>
    </message>
    <message>
        <source>Changed since the last access: %1</source>
        <translation>Modifié depuis le dernier accès&#xa0;: %1</translation>
    </message>
    <message>
        <source>None in this extract.</source>
        <translation>Rien dans cet extrait.</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the section.</source>
        <translation>
            <numerusform>%n autre dans la rubrique.</numerusform>
            <numerusform>%n autres dans la rubrique.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;End the consultation</source>
        <translation>&amp;Terminer la consultation</translation>
    </message>
    <message>
        <source>&amp;Search in this extract</source>
        <translation>&amp;Rechercher dans cet extrait</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Éléments</translation>
    </message>
    <message>
        <source>Excerpt chosen by the patient. Other items may exist.</source>
        <translation>Extrait choisi par le patient. D’autres éléments peuvent exister.</translation>
    </message>
    <message>
        <source>Name not given</source>
        <translation>Nom non indiqué</translation>
    </message>
    <message>
        <source>female</source>
        <translation>féminin</translation>
    </message>
    <message>
        <source>male</source>
        <translation>masculin</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>né(e) le %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>pour %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>End the consultation? Nothing of it stays on the screen.</source>
        <translation>Terminer la consultation&#xa0;? Il n’en reste rien à l’écran.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Time left: %1</source>
        <translation>Temps restant&#xa0;: %1</translation>
    </message>
    <message>
        <source>On the screen now. Your vault is locked; its passphrase ends the consultation.</source>
        <translation>C’est à l’écran. Votre coffre est fermé&#xa0;; sa phrase secrète met fin à la consultation.</translation>
    </message>
    <message>
        <source>The consultation is over. Your vault is locked; open it with your passphrase.</source>
        <translation>La consultation est terminée. Votre coffre est fermé&#xa0;; ouvrez-le avec votre phrase secrète.</translation>
    </message>
    <message>
        <source>The excerpt could not be shown on this screen. Your vault is locked.</source>
        <translation>L’extrait n’a pas pu être affiché sur cet écran. Votre coffre est fermé.</translation>
    </message>
</context>
<context>
    <name>ConsultationPanel</name>
    <message>
        <source>It stands first, in the file and on paper. The history keeps none of it. Leave empty what you do not need.</source>
        <translation>Elle est lue en premier, dans le fichier et sur papier. L’historique n’en garde rien. Laissez vide ce dont vous n’avez pas besoin.</translation>
    </message>
    <message>
        <source>Why I &amp;come</source>
        <translation>Pourquoi je &amp;viens</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>Question %1</translation>
    </message>
    <message>
        <source>&amp;Say what is new or changed since %1</source>
        <translation>&amp;Dire ce qui est nouveau ou modifié depuis le %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Modifié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing in this selection is new or changed since.</source>
        <translation>Rien dans cette sélection n’est nouveau ou modifié depuis.</translation>
    </message>
</context>
<context>
    <name>Curation</name>
    <message numerus="yes">
        <source>%n item(s) can be shared again.</source>
        <translation>
            <numerusform>%n élément peut de nouveau être partagé.</numerusform>
            <numerusform>%n éléments peuvent de nouveau être partagés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) kept private: no access will contain them.</source>
        <translation>
            <numerusform>%n élément gardé pour vous&#xa0;: aucun accès ne le contiendra.</numerusform>
            <numerusform>%n éléments gardés pour vous&#xa0;: aucun accès ne les contiendra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Annulé.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) closed. Open them when you choose.</source>
        <translation>
            <numerusform>%n élément fermé. Ouvrez-le quand vous voudrez.</numerusform>
            <numerusform>%n éléments fermés. Ouvrez-les quand vous voudrez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open this item now? You will see all of it.</source>
        <translation>Ouvrir cet élément maintenant&#xa0;? Vous le verrez en entier.</translation>
    </message>
    <message>
        <source>Leave it closed</source>
        <translation>Le laisser fermé</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Ouvrir maintenant</translation>
    </message>
    <message numerus="yes">
        <source>Sensitive topics of %n item(s) changed.</source>
        <translation>
            <numerusform>Sujets sensibles de %n élément changés.</numerusform>
            <numerusform>Sujets sensibles de %n éléments changés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s) from this vault, with all earlier versions? This cannot be undone. Backups, copies of the vault and files already handed over may still hold them.</source>
        <translation>
            <numerusform>Supprimer %n élément de ce coffre, avec toutes ses versions&#xa0;? C’est définitif. Les sauvegardes, les copies du coffre et les fichiers déjà remis peuvent encore le contenir.</numerusform>
            <numerusform>Supprimer %n éléments de ce coffre, avec toutes leurs versions&#xa0;? C’est définitif. Les sauvegardes, les copies du coffre et les fichiers déjà remis peuvent encore les contenir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted from this vault.</source>
        <translation>
            <numerusform>%n élément supprimé de ce coffre.</numerusform>
            <numerusform>%n éléments supprimés de ce coffre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted; wiping the traces will end when the vault is next opened.</source>
        <translation>
            <numerusform>%n élément supprimé&#xa0;; l’effacement des traces se terminera à la prochaine ouverture du coffre.</numerusform>
            <numerusform>%n éléments supprimés&#xa0;; l’effacement des traces se terminera à la prochaine ouverture du coffre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 au %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminé</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>encore %n jour</numerusform>
            <numerusform>encore %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>encore %n heure</numerusform>
            <numerusform>encore %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>encore %n minute</numerusform>
            <numerusform>encore %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliverStep</name>
    <message>
        <source>The access is ready</source>
        <translation>L’accès est prêt</translation>
    </message>
    <message>
        <source>Protected file</source>
        <translation>Fichier protégé</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier des fichiers</translation>
    </message>
    <message>
        <source>Make the card…</source>
        <translation>Préparer la carte…</translation>
    </message>
    <message>
        <source>Sharing receipt…</source>
        <translation>Reçu de partage…</translation>
    </message>
    <message>
        <source>The file is heavy: some browsers will not open it. Hand over the .phr file, together with the page reader.html.</source>
        <translation>Le fichier est lourd&#xa0;: certains navigateurs ne l’ouvriront pas. Remettez plutôt le fichier .phr avec la page reader.html.</translation>
    </message>
    <message>
        <source>Hide the words</source>
        <translation>Cacher les mots</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>Revoir les mots</translation>
    </message>
    <message>
        <source>The six words</source>
        <translation>Les six mots</translation>
    </message>
    <message>
        <source>The five words</source>
        <translation>Les cinq mots</translation>
    </message>
    <message>
        <source>Access ends: %1</source>
        <translation>Fin d’accès&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hand over one of the two files, for example on a key. It stays closed until you make the card and hand it over too.</source>
        <translation>Remettez l’un des deux fichiers, par exemple sur une clé. Il reste fermé jusqu’à ce que vous prépariez la carte et la remettiez aussi.</translation>
    </message>
    <message>
        <source>Send one of the two files, and the words another way: by telephone, on paper. When the care professional reads you a code, choose “Allow opening”.</source>
        <translation>Envoyez l’un des deux fichiers, et les mots d’une autre façon&#xa0;: par téléphone, sur papier. Quand le soignant vous lira un code, choisissez «&#xa0;Autoriser l’ouverture&#xa0;».</translation>
    </message>
    <message>
        <source>Send one of the two files, and the words another way: by telephone, on paper.</source>
        <translation>Envoyez l’un des deux fichiers, et les mots d’une autre façon&#xa0;: par téléphone, sur papier.</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Keep private</source>
        <translation>Garder pour moi</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Rendre partageable</translation>
    </message>
    <message>
        <source>Sensitive topic…</source>
        <translation>Sujet sensible…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Corriger…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Not now: close</source>
        <translation>Pas maintenant&#xa0;: fermer</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historique…</translation>
    </message>
    <message>
        <source>History of this item</source>
        <translation>Historique de cet élément</translation>
    </message>
    <message>
        <source>Laboratory&apos;s reference range</source>
        <translation>Valeurs de référence du laboratoire</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>D’où ça vient</translation>
    </message>
    <message>
        <source>Sensitive topics (never leave the vault)</source>
        <translation>Sujets sensibles (ne quittent jamais le coffre)</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versions précédentes</translation>
    </message>
    <message>
        <source>Results to confirm…</source>
        <translation>Résultats à confirmer…</translation>
    </message>
    <message>
        <source>Recognised text…</source>
        <translation>Texte reconnu…</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) chosen</source>
        <translation>
            <numerusform>%n élément choisi</numerusform>
            <numerusform>%n éléments choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>undated</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>kept private</source>
        <translation>gardé pour moi</translation>
    </message>
    <message>
        <source>Marked outside the reference range by the laboratory (%1)</source>
        <translation>Signalé hors valeurs de référence par le laboratoire (%1)</translation>
    </message>
    <message>
        <source>The laboratory&apos;s remark: %1</source>
        <translation>Mention du laboratoire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Written by you</source>
        <translation>Écrit par vous</translation>
    </message>
    <message>
        <source>Who has this document?</source>
        <translation>Qui a ce document&#xa0;?</translation>
    </message>
    <message>
        <source>Who has this item?</source>
        <translation>Qui a cet élément&#xa0;?</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Lire %1</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Save a copy of %1</source>
        <translation>Enregistrer une copie de %1</translation>
    </message>
    <message>
        <source>The copy is not protected: whoever has it can read it.</source>
        <translation>La copie n’est pas protégée&#xa0;: qui l’a peut la lire.</translation>
    </message>
</context>
<context>
    <name>DocumentSide</name>
    <message numerus="yes">
        <source>%n result(s) added to the record, linked to the document.</source>
        <translation>
            <numerusform>%n résultat ajouté au dossier, relié au document.</numerusform>
            <numerusform>%n résultats ajoutés au dossier, reliés au document.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>This document cannot be shown here.</source>
        <translation>Ce document ne peut pas être montré ici.</translation>
    </message>
    <message>
        <source>This document cannot be shown here. A copy can be saved and opened elsewhere.</source>
        <translation>Ce document ne peut pas être montré ici. Vous pouvez en enregistrer une copie et l’ouvrir ailleurs.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Search in this document</source>
        <translation>Chercher ici</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Who has this document?</source>
        <translation>Qui a ce document&#xa0;?</translation>
    </message>
    <message>
        <source>There is no file with this document.</source>
        <translation>Aucun fichier n’accompagne ce document.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Copy saved. It is not protected: whoever has it can read it.</source>
        <translation>Copie enregistrée. Elle n’est pas protégée&#xa0;: qui l’a peut la lire.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer. Printer and computer may keep a trace of them.</source>
        <translation>
            <numerusform>%n page envoyée à l’imprimante. L’imprimante et l’ordinateur peuvent en garder une trace.</numerusform>
            <numerusform>%n pages envoyées à l’imprimante. L’imprimante et l’ordinateur peuvent en garder une trace.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Search the documents</source>
        <translation>Chercher dans les documents</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>See the item</source>
        <translation>Voir l’élément</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>No document yet</source>
        <translation>Pas encore de document</translation>
    </message>
    <message>
        <source>Letters, reports and pictures that you import appear here, and can be read here.</source>
        <translation>Les lettres, les comptes rendus et les images que vous importez apparaissent ici, et se lisent ici.</translation>
    </message>
</context>
<context>
    <name>Dropped</name>
    <message>
        <source>Pasted picture %1</source>
        <translation>Image collée %1</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Correct this item</source>
        <translation>Corriger cet élément</translation>
    </message>
    <message>
        <source>Write an item</source>
        <translation>Écrire un élément</translation>
    </message>
    <message>
        <source>&amp;Whose record</source>
        <translation>&amp;Dossier de</translation>
    </message>
    <message>
        <source>&amp;Name of the person</source>
        <translation>&amp;Nom de la personne</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>T&amp;ype</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Dat&amp;e</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valeur</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unité</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Remarque</translation>
    </message>
    <message>
        <source>day/month/year, month/year or year</source>
        <translation>jj/mm/aaaa, mm/aaaa ou aaaa</translation>
    </message>
    <message>
        <source>What was there before is kept among the earlier versions.</source>
        <translation>Ce qui était écrit reste dans les versions précédentes.</translation>
    </message>
    <message>
        <source>The item will say that you wrote it.</source>
        <translation>L’élément dira que c’est vous qui l’avez écrit.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>EntryListModel</name>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>EntryRows</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Déjà là</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All years</source>
        <translation>Toutes les années</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Tous les sujets</translation>
    </message>
    <message>
        <source>Search the record</source>
        <translation>Chercher dans le dossier</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Visibilité</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Can be shared</source>
        <translation>Partageable</translation>
    </message>
    <message>
        <source>Kept private</source>
        <translation>Gardé pour moi</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>D&amp;u</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>A&amp;u</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>Aut&amp;eur</translation>
    </message>
    <message>
        <source>Sensitive t&amp;opic</source>
        <translation>Su&amp;jet sensible</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>jj/mm/aaaa</translation>
    </message>
</context>
<context>
    <name>FirstDocumentPage</name>
    <message>
        <source>Step %1 of 3</source>
        <translation>Étape %1 sur 3</translation>
    </message>
    <message>
        <source>A first document</source>
        <translation>Un premier document</translation>
    </message>
    <message>
        <source>Drop a file anywhere in this window: a letter, a laboratory report, a photograph of a paper, or everything that a hospital or a platform gave you. You see what it holds before anything is saved.</source>
        <translation>Déposez un fichier n’importe où dans cette fenêtre&#xa0;: un courrier, un résultat de laboratoire, la photo d’un papier, ou tout ce qu’un hôpital ou une plateforme vous a remis. Vous voyez ce qu’il contient avant que rien ne soit enregistré.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Choisir des fichiers…</translation>
    </message>
    <message>
        <source>Begin with an empty record</source>
        <translation>Commencer avec un dossier vide</translation>
    </message>
    <message>
        <source>Or look around first: a made-up person&apos;s record, in a vault of its own. Yours is locked meanwhile, and the sample goes away whole when you leave it.</source>
        <translation>Ou regardez d’abord&#xa0;: le dossier d’une personne inventée, dans un coffre à part. Le vôtre est fermé pendant ce temps, et l’exemple disparaît en entier quand vous le quittez.</translation>
    </message>
    <message>
        <source>Look around a sample record</source>
        <translation>Voir un dossier d’exemple</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Folder of the vault</source>
        <translation>Emplacement du coffre</translation>
    </message>
    <message>
        <source>This folder seems to be copied elsewhere by %1. Nobody reads the vault there without the passphrase, but old versions stay there: what you delete here is not deleted from them. A vault that two computers change at once may break. A folder that is not synchronised is safer.</source>
        <translation>Cet emplacement semble copié ailleurs par %1. Là-bas, personne ne lit le coffre sans la phrase secrète, mais d’anciennes versions y restent&#xa0;: ce que vous supprimez ici n’en est pas supprimé. Un coffre modifié par deux ordinateurs à la fois peut s’abîmer. Un emplacement qui n’est pas synchronisé est plus sûr.</translation>
    </message>
    <message>
        <source>Step %1 of 3</source>
        <translation>Étape %1 sur 3</translation>
    </message>
    <message>
        <source>Where the vault stands</source>
        <translation>Où mettre le coffre</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>Créer un coffre</translation>
    </message>
    <message>
        <source>Your record stays on this computer, encrypted. Nothing is sent anywhere. One passphrase opens it.</source>
        <translation>Votre dossier reste sur cet ordinateur, chiffré. Rien n’est envoyé nulle part. Une phrase secrète l’ouvre.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase secrète</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>La même, encore &amp;une fois</translation>
    </message>
    <message>
        <source>&amp;Folder of the vault</source>
        <translation>&amp;Emplacement du coffre</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>&amp;Montrer ce que je tape</translation>
    </message>
    <message>
        <source>Propose six words</source>
        <translation>Proposer six mots</translation>
    </message>
    <message>
        <source>Drawn by chance. Write them on paper now, then type them again in the second field.</source>
        <translation>Tirés au hasard. Écrivez-les maintenant sur papier, puis retapez-les dans le second champ.</translation>
    </message>
    <message>
        <source>Nobody, not even we, can find this passphrase again. Write it on paper and keep the paper in a safe place. Whoever unlocks the vault sees everything in it.</source>
        <translation>Personne, pas même nous, ne peut retrouver cette phrase secrète. Écrivez-la sur papier et gardez le papier en lieu sûr. Qui ouvre le coffre voit tout ce qu’il contient.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Open a vault I have</source>
        <translation>Ouvrir un coffre que j’ai</translation>
    </message>
    <message>
        <source>Look around a sample record</source>
        <translation>Voir un dossier d’exemple</translation>
    </message>
    <message>
        <source>The folder below suits most people. A USB stick works too: lock the vault before you take it out, and keep a backup elsewhere.</source>
        <translation>L’emplacement proposé convient le plus souvent. Une clé USB convient aussi&#xa0;: fermez le coffre à clé avant de la retirer, et gardez une sauvegarde ailleurs.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Créer le coffre</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>What would happen</source>
        <translation>Ce qui se passerait</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
</context>
<context>
    <name>GivenModel</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Care professional</source>
        <translation>Soignant</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Donné le</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1, no code or card given</source>
        <translation>%1, ni code ni carte donnés</translation>
    </message>
    <message>
        <source>a deleted item</source>
        <translation>un élément supprimé</translation>
    </message>
</context>
<context>
    <name>GrantPage</name>
    <message>
        <source>This access cannot be withdrawn. Anyone who has this file and its words can read it, today and in ten years. The end date changes nothing.</source>
        <translation>Cet accès ne pourra pas être retiré. Toute personne ayant ce fichier et les six mots pourra le lire, aujourd’hui comme dans dix ans. La date de fin n’y changera rien.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Continue with no way back</source>
        <translation>Continuer sans retour</translation>
    </message>
    <message>
        <source>Folder for the protected file</source>
        <translation>Où mettre le fichier protégé</translation>
    </message>
    <message>
        <source>Give access</source>
        <translation>Donner un accès</translation>
    </message>
    <message>
        <source>Narrow the access</source>
        <translation>Restreindre l’accès</translation>
    </message>
    <message>
        <source>Renew the access</source>
        <translation>Renouveler l’accès</translation>
    </message>
    <message>
        <source>Step %1 of 5</source>
        <translation>Étape %1 sur 5</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>See exactly what they will see</source>
        <translation>Voir exactement ce qu’il verra</translation>
    </message>
    <message>
        <source>Lock the vault and show it</source>
        <translation>Fermer le coffre et montrer</translation>
    </message>
    <message>
        <source>Set the pages</source>
        <translation>Mettre en pages</translation>
    </message>
    <message>
        <source>Make the locked PDF…</source>
        <translation>Faire le PDF fermé à clé…</translation>
    </message>
    <message>
        <source>Make the protected file…</source>
        <translation>Faire le fichier protégé…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>Guess</name>
    <message numerus="yes">
        <source>You keep “%1” and %n other item(s) to yourself.</source>
        <translation>
            <numerusform>Vous gardez pour vous «&#xa0;%1&#xa0;» et %n autre élément.</numerusform>
            <numerusform>Vous gardez pour vous «&#xa0;%1&#xa0;» et %n autres éléments.</numerusform>
        </translation>
    </message>
    <message>
        <source>You keep “%1” to yourself.</source>
        <translation>Vous gardez pour vous «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is not shared.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas partagé.</translation>
    </message>
    <message>
        <source>You leave out the topic “%1”.</source>
        <translation>Vous laissez de côté le sujet «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>«&#xa0;%1&#xa0;» (%2)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other item(s) that you share may let it be guessed.</source>
        <translation>
            <numerusform>%1 et %n autre élément, que vous partagez, peuvent le laisser deviner.</numerusform>
            <numerusform>%1 et %n autres éléments, que vous partagez, peuvent le laisser deviner.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, which you share, may let it be guessed.</source>
        <translation>%1, que vous partagez, peut le laisser deviner.</translation>
    </message>
    <message>
        <source>Carnet does not notice everything.</source>
        <translation>Carnet ne repère pas tout.</translation>
    </message>
    <message>
        <source>easy to guess</source>
        <translation>facile à deviner</translation>
    </message>
    <message>
        <source>fairly easy to guess</source>
        <translation>assez facile à deviner</translation>
    </message>
    <message>
        <source>perhaps to be guessed</source>
        <translation>peut-être devinable</translation>
    </message>
    <message>
        <source>What you keep private</source>
        <translation>Ce que vous gardez pour vous</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>What gives it away: a treatment (%1).</source>
        <translation>Ce qui met sur la piste&#xa0;: un traitement (%1).</translation>
    </message>
    <message>
        <source>What gives it away: a test (%1).</source>
        <translation>Ce qui met sur la piste&#xa0;: un examen (%1).</translation>
    </message>
    <message>
        <source>What gives it away: who was seen, or where (%1).</source>
        <translation>Ce qui met sur la piste&#xa0;: qui a été consulté, ou dans quel lieu (%1).</translation>
    </message>
    <message>
        <source>What gives it away: a word or a code (%1).</source>
        <translation>Ce qui met sur la piste&#xa0;: un mot ou un code (%1).</translation>
    </message>
    <message>
        <source>What gives it away: a coverage or a certificate (%1).</source>
        <translation>Ce qui met sur la piste&#xa0;: une prise en charge ou un certificat (%1).</translation>
    </message>
    <message>
        <source>What gives it away: its name stands there.</source>
        <translation>Ce qui met sur la piste&#xa0;: son nom y figure.</translation>
    </message>
    <message>
        <source>What gives it away: the dates around what is missing.</source>
        <translation>Ce qui met sur la piste&#xa0;: les dates, autour de ce qui manque.</translation>
    </message>
    <message>
        <source>What gives it away: the report counts it among its contents.</source>
        <translation>Ce qui met sur la piste&#xa0;: ce compte rendu le compte dans son contenu.</translation>
    </message>
</context>
<context>
    <name>GuessList</name>
    <message>
        <source>What could be guessed (%1)</source>
        <translation>Ce qu’on pourrait deviner (%1)</translation>
    </message>
    <message>
        <source>What could be guessed</source>
        <translation>Ce qu’on pourrait deviner</translation>
    </message>
</context>
<context>
    <name>HeldBy</name>
    <message>
        <source>Nobody: it has been in no access.</source>
        <translation>Personne&#xa0;: aucun accès ne l’a contenu.</translation>
    </message>
    <message>
        <source>Given to %1 on %2 (%3)</source>
        <translation>Remis à %1 le %2 (%3)</translation>
    </message>
</context>
<context>
    <name>HeldModel</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>a deleted item</source>
        <translation>un élément supprimé</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Care &amp;professional</source>
        <translation>&amp;Soignant</translation>
    </message>
    <message>
        <source>A&amp;ccess</source>
        <translation>A&amp;ccès</translation>
    </message>
    <message>
        <source>What &amp;happened</source>
        <translation>&amp;Quoi</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>De&amp;puis le</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Jusqu’au</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>jj/mm/aaaa</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Accesses of %1</source>
        <translation>Les accès de %1</translation>
    </message>
    <message>
        <source>Everybody: the whole history</source>
        <translation>Tout le monde&#xa0;: l’historique entier</translation>
    </message>
    <message>
        <source>All accesses</source>
        <translation>Tous les accès</translation>
    </message>
    <message>
        <source>Accesses given and ended</source>
        <translation>Accès donnés et finis</translation>
    </message>
    <message>
        <source>Codes and cards given</source>
        <translation>Codes et cartes donnés</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Files imported</source>
        <translation>Fichiers importés</translation>
    </message>
    <message>
        <source>Items changed or deleted</source>
        <translation>Éléments changés ou supprimés</translation>
    </message>
    <message>
        <source>People and care professionals</source>
        <translation>Personnes et soignants</translation>
    </message>
    <message>
        <source>Openings, backups, keys</source>
        <translation>Ouvertures, sauvegardes, clés</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>an item that was deleted</source>
        <translation>un élément supprimé depuis</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Seulement&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Nothing to tell of this item</source>
        <translation>Rien à dire de cet élément</translation>
    </message>
    <message>
        <source>It came in and was left as it is: not corrected, not kept private, in no access. What you do with it, and to whom you give it, will be here.</source>
        <translation>Il est entré dans le dossier et n’a pas changé&#xa0;: ni corrigé, ni gardé pour vous, dans aucun accès. Ce que vous en ferez, et à qui vous le donnerez, sera ici.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Nothing like this happened. Look at more: fewer filters.</source>
        <translation>Rien de tel ne s’est passé. Pour voir plus, enlevez des filtres.</translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation>Enregistrer l’historique</translation>
    </message>
    <message>
        <source>history.pdf</source>
        <translation>historique.pdf</translation>
    </message>
    <message>
        <source>The history is in %1.</source>
        <translation>L’historique est dans %1.</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>Enregistrer cette liste</translation>
    </message>
    <message>
        <source>history-list.csv</source>
        <translation>liste-historique.csv</translation>
    </message>
    <message>
        <source>The list is in %1. It is for reading: only the whole history, saved, can be checked by others.</source>
        <translation>La liste est dans&#xa0;%1. Elle est faite pour être lue&#xa0;: seul l’historique entier, une fois enregistré, peut être vérifié par d’autres.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>What this program did and knows. It cannot see what others do with a file that is open to them.</source>
        <translation>Ce que ce programme a fait et sait. Il ne voit pas ce que d’autres font d’un fichier qui leur est ouvert.</translation>
    </message>
    <message>
        <source>Save this list…</source>
        <translation>Enregistrer cette liste…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Save the history…</source>
        <translation>Enregistrer l’historique…</translation>
    </message>
    <message>
        <source>Lines of the history</source>
        <translation>Lignes de l’historique</translation>
    </message>
</context>
<context>
    <name>HistoryPages</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Coffre</translation>
    </message>
    <message>
        <source>Mark of the history</source>
        <translation>Repère de l’historique</translation>
    </message>
    <message>
        <source>Hash of the last line (SHA-256)</source>
        <translation>Empreinte de la dernière ligne (SHA-256)</translation>
    </message>
    <message>
        <source>Signature (Ed25519)</source>
        <translation>Signature (Ed25519)</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clé publique</translation>
    </message>
    <message>
        <source>Each line carries the hash of the one before, so none can be changed, taken out or put in without it showing. The history tells what this program knows; it does not see what others do. It proves that it was not rewritten only against a mark that somebody else holds, on a receipt or in a package. To check it without Carnet, export it as CSV and follow docs/history.md.</source>
        <translation>Chaque ligne porte l’empreinte de la précédente&#xa0;: on ne peut en changer, en retirer ou en ajouter une sans que cela se voie. L’historique dit ce que ce programme sait&#xa0;; il ne voit pas ce que font les autres. Il ne prouve qu’il n’a pas été réécrit que face à un repère gardé par quelqu’un d’autre, sur un reçu ou dans un fichier protégé. Pour le vérifier sans Carnet, enregistrez-le en CSV et suivez docs/history.md.</translation>
    </message>
</context>
<context>
    <name>HoldersPage</name>
    <message>
        <source>Only %1</source>
        <translation>Seulement %1</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Qui a quoi</translation>
    </message>
    <message>
        <source>Back to the accesses</source>
        <translation>Revenir aux accès</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>&amp;with</source>
        <translation>&amp;avec</translation>
    </message>
    <message>
        <source>What two care professionals hold</source>
        <translation>Ce que deux soignants ont</translation>
    </message>
    <message>
        <source>Everything that ever left</source>
        <translation>Tout ce qui est déjà sorti</translation>
    </message>
    <message>
        <source>By file, paper or screen, ended accesses and deleted items too. Carnet does not see what was read.</source>
        <translation>Par fichier, papier ou écran, accès terminés et éléments supprimés compris. Carnet ne voit pas ce qui a été lu.</translation>
    </message>
    <message>
        <source>Nothing has been shared yet</source>
        <translation>Rien n’a encore été partagé</translation>
    </message>
    <message>
        <source>Once you have given an access, you see here who holds what, and what two of them both hold.</source>
        <translation>Dès qu’un accès est donné, cette page dit qui a quoi, et ce que deux soignants ont tous les deux.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Files to import</source>
        <translation>Fichiers à importer</translation>
    </message>
    <message>
        <source>The file waits in the vault, to be checked later.</source>
        <translation>Le fichier attend dans le coffre, à vérifier plus tard.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait in the vault, to be checked later.</source>
        <translation>
            <numerusform>%n fichier attend dans le coffre, à vérifier plus tard.</numerusform>
            <numerusform>%n fichiers attendent dans le coffre, à vérifier plus tard.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Importer des fichiers</translation>
    </message>
    <message>
        <source>Putting %1 in the record…</source>
        <translation>Rangement de %1 dans le dossier…</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Lecture de %1…</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Avancement de l’importation</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Take in without checking</source>
        <translation>Ranger sans vérifier</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message numerus="yes">
        <source>Delete %n file(s) from the vault, unread? This cannot be undone.</source>
        <translation>
            <numerusform>Supprimer %n fichier du coffre, sans le ranger&#xa0;? C’est définitif, rien ne pourra l’annuler.</numerusform>
            <numerusform>Supprimer %n fichiers du coffre, sans les ranger&#xa0;? C’est définitif, rien ne pourra l’annuler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) deleted from this vault.</source>
        <translation>
            <numerusform>%n fichier supprimé de ce coffre.</numerusform>
            <numerusform>%n fichiers supprimés de ce coffre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wiping the traces will end when the vault is next opened.</source>
        <translation>L’effacement des traces finira à la prochaine ouverture du coffre.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Copy saved. It is not protected: whoever has it can read it.</source>
        <translation>Copie enregistrée. Elle n’est pas protégée&#xa0;: qui l’a peut la lire.</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>A file that you put aside during an import stays here, protected, until you check it.</source>
        <translation>Un fichier mis de côté pendant l’importation reste ici, protégé, jusqu’à ce que vous le vérifiiez.</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Vérifier…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Only kept</source>
        <translation>Seulement gardés</translation>
    </message>
    <message>
        <source>Files that could not be read, or of which a part could not: nothing of them was lost.</source>
        <translation>Des fichiers qui n’ont pas pu être lus, en tout ou en partie&#xa0;: rien n’en a été perdu.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Files to check</source>
        <translation>Fichiers à vérifier</translation>
    </message>
    <message>
        <source>Files that are only kept</source>
        <translation>Fichiers seulement gardés</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message>
        <source>Vault made.</source>
        <translation>Coffre créé.</translation>
    </message>
    <message>
        <source>Vault opened.</source>
        <translation>Coffre ouvert.</translation>
    </message>
    <message>
        <source>You confirmed the date of this computer.</source>
        <translation>Vous avez confirmé la date de cet ordinateur.</translation>
    </message>
    <message>
        <source>Passphrase changed.</source>
        <translation>Phrase secrète changée.</translation>
    </message>
    <message>
        <source>A new key signs the history from here on.</source>
        <translation>Une nouvelle clé signe l’historique à partir d’ici.</translation>
    </message>
    <message>
        <source>Care professional added: %1.</source>
        <translation>Soignant ajouté&#xa0;: %1.</translation>
    </message>
    <message>
        <source>A person was added.</source>
        <translation>Une personne a été ajoutée.</translation>
    </message>
    <message>
        <source>The name or birth date of a person was corrected.</source>
        <translation>Le nom ou la date de naissance d’une personne a été corrigé.</translation>
    </message>
    <message numerus="yes">
        <source>A record moved to a vault of its own: %n item(s).</source>
        <translation>
            <numerusform>Un dossier a maintenant son propre coffre&#xa0;: %n élément.</numerusform>
            <numerusform>Un dossier a maintenant son propre coffre&#xa0;: %n éléments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This record came here from a vault of several people: %n item(s).</source>
        <translation>
            <numerusform>Ce dossier est venu d’un coffre de plusieurs personnes&#xa0;: %n élément.</numerusform>
            <numerusform>Ce dossier est venu d’un coffre de plusieurs personnes&#xa0;: %n éléments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File imported: %n new item(s).</source>
        <translation>
            <numerusform>Fichier importé&#xa0;: %n nouvel élément.</numerusform>
            <numerusform>Fichier importé&#xa0;: %n nouveaux éléments.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file was put aside, to be checked later.</source>
        <translation>Un fichier a été mis de côté, à vérifier plus tard.</translation>
    </message>
    <message>
        <source>A file that waited to be checked was deleted.</source>
        <translation>Un fichier à vérifier a été supprimé.</translation>
    </message>
    <message>
        <source>Another name of a person was forgotten.</source>
        <translation>Un autre nom d’une personne a été oublié.</translation>
    </message>
    <message>
        <source>You said what the columns of a table hold.</source>
        <translation>Vous avez dit ce que contiennent les colonnes d’un tableau.</translation>
    </message>
    <message>
        <source>What the columns of a table hold was forgotten.</source>
        <translation>Ce que contiennent les colonnes d’un tableau a été oublié.</translation>
    </message>
    <message>
        <source>You wrote an item.</source>
        <translation>Vous avez écrit un élément.</translation>
    </message>
    <message>
        <source>You corrected an item.</source>
        <translation>Vous avez corrigé un élément.</translation>
    </message>
    <message numerus="yes">
        <source>The text of %n document(s) read, for search.</source>
        <translation>
            <numerusform>Texte de %n document lu, pour la recherche.</numerusform>
            <numerusform>Texte de %n documents lu, pour la recherche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text recognised in a picture, for search.</source>
        <translation>Texte reconnu dans une image, pour la recherche.</translation>
    </message>
    <message numerus="yes">
        <source>You confirmed %n result(s) that a document prints.</source>
        <translation>
            <numerusform>Vous avez confirmé %n résultat imprimé dans un document.</numerusform>
            <numerusform>Vous avez confirmé %n résultats imprimés dans un document.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) kept private.</source>
        <translation>
            <numerusform>%n élément gardé pour vous.</numerusform>
            <numerusform>%n éléments gardés pour vous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) can be shared again.</source>
        <translation>
            <numerusform>%n élément peut de nouveau être partagé.</numerusform>
            <numerusform>%n éléments peuvent de nouveau être partagés.</numerusform>
        </translation>
    </message>
    <message>
        <source>You took the correction of an item back.</source>
        <translation>Vous avez annulé la correction d’un élément.</translation>
    </message>
    <message>
        <source>You closed an item for now.</source>
        <translation>Vous avez fermé un élément pour l’instant.</translation>
    </message>
    <message>
        <source>You opened an item that was closed.</source>
        <translation>Vous avez ouvert un élément fermé.</translation>
    </message>
    <message>
        <source>Sensitive topics added.</source>
        <translation>Sujets sensibles ajoutés.</translation>
    </message>
    <message>
        <source>Sensitive topics taken away.</source>
        <translation>Sujets sensibles enlevés.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted.</source>
        <translation>
            <numerusform>%n élément supprimé.</numerusform>
            <numerusform>%n éléments supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>This vault is a copy: its accesses have ended.</source>
        <translation>Ce coffre est une copie&#xa0;: ses accès sont terminés.</translation>
    </message>
    <message>
        <source>This vault came back from a backup: its accesses have ended.</source>
        <translation>Ce coffre vient d’une sauvegarde&#xa0;: ses accès ont pris fin.</translation>
    </message>
    <message>
        <source>This vault was set back: its accesses have ended.</source>
        <translation>Ce coffre a été remis en arrière&#xa0;: ses accès sont terminés.</translation>
    </message>
    <message numerus="yes">
        <source>You looked at what would be shared: %n item(s).</source>
        <translation>
            <numerusform>Vous avez regardé ce qui serait partagé&#xa0;: %n élément.</numerusform>
            <numerusform>Vous avez regardé ce qui serait partagé&#xa0;: %n éléments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Access given anew to %1: %n item(s).</source>
        <translation>
            <numerusform>Accès donné de nouveau à %1&#xa0;: %n élément.</numerusform>
            <numerusform>Accès donné de nouveau à %1&#xa0;: %n éléments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Access given to %1: %n item(s).</source>
        <translation>
            <numerusform>Accès donné à %1&#xa0;: %n élément.</numerusform>
            <numerusform>Accès donné à %1&#xa0;: %n éléments.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening code given for %1.</source>
        <translation>Code d’ouverture donné pour %1.</translation>
    </message>
    <message>
        <source>The same opening code shown again for %1.</source>
        <translation>Même code d’ouverture montré de nouveau pour %1.</translation>
    </message>
    <message>
        <source>A doctor&apos;s code was refused.</source>
        <translation>Un code du médecin a été refusé.</translation>
    </message>
    <message>
        <source>Consultation card made for %1.</source>
        <translation>Carte de consultation préparée pour %1.</translation>
    </message>
    <message>
        <source>Consultation card of %1 back or destroyed, as you said.</source>
        <translation>Carte de consultation de %1 reprise ou détruite, d’après vous.</translation>
    </message>
    <message>
        <source>Consultation card made once more for %1.</source>
        <translation>Carte de consultation préparée à nouveau pour %1.</translation>
    </message>
    <message>
        <source>Record exported, unprotected, on your request.</source>
        <translation>Dossier exporté, sans protection, à votre demande.</translation>
    </message>
    <message>
        <source>Backup made.</source>
        <translation>Sauvegarde faite.</translation>
    </message>
    <message numerus="yes">
        <source>Handed over for good to %1: %n item(s).</source>
        <translation>
            <numerusform>Remis sans retour à %1&#xa0;: %n élément.</numerusform>
            <numerusform>Remis sans retour à %1&#xa0;: %n éléments.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same pages for %1, printed or saved once more.</source>
        <translation>Les mêmes pages pour %1, imprimées ou enregistrées une fois de plus.</translation>
    </message>
    <message numerus="yes">
        <source>Shown on this screen to %1: %n item(s).</source>
        <translation>
            <numerusform>Montré sur cet écran à %1&#xa0;: %n élément.</numerusform>
            <numerusform>Montré sur cet écran à %1&#xa0;: %n éléments.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was shown on the screen to %1 was over on %2.</source>
        <translation>Ce qui était montré à l’écran à %1 a pris fin le %2.</translation>
    </message>
    <message>
        <source>What was shown on the screen to %1 is over; when it ended is not known.</source>
        <translation>Ce qui était montré à l’écran à %1 a pris fin&#xa0;; on ne sait pas quand.</translation>
    </message>
    <message>
        <source>Sharing receipt made for %1.</source>
        <translation>Reçu de partage fait pour %1.</translation>
    </message>
    <message>
        <source>Reply received to the file given to %1. It waits, closed.</source>
        <translation>Réponse reçue au fichier donné à %1. Elle attend, fermée.</translation>
    </message>
    <message numerus="yes">
        <source>Reply to the file given to %1 opened: %n item(s).</source>
        <translation>
            <numerusform>Réponse au fichier donné à %1 ouverte&#xa0;: %n élément.</numerusform>
            <numerusform>Réponse au fichier donné à %1 ouverte&#xa0;: %n éléments.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply to the file given to %1 deleted, unopened.</source>
        <translation>Réponse au fichier donné à %1 supprimée sans être ouverte.</translation>
    </message>
    <message>
        <source>A reply was refused.</source>
        <translation>Une réponse a été refusée.</translation>
    </message>
    <message>
        <source>Access withdrawn from %1.</source>
        <translation>Accès retiré à %1.</translation>
    </message>
    <message>
        <source>The access of %1 has ended.</source>
        <translation>L’accès de %1 est terminé.</translation>
    </message>
    <message>
        <source>An access ended: its record has a vault of its own.</source>
        <translation>Un accès a pris fin&#xa0;: son dossier a maintenant son propre coffre.</translation>
    </message>
    <message>
        <source>All openings for %1 have been given.</source>
        <translation>Toutes les ouvertures pour %1 ont été données.</translation>
    </message>
</context>
<context>
    <name>KeptModel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Health problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Allergie</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Vaccine</source>
        <translation>Vaccin</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Health problems</source>
        <translation>Problèmes de santé</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergies</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>Traitements</translation>
    </message>
    <message>
        <source>Vaccines</source>
        <translation>Vaccins</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Actes</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
</context>
<context>
    <name>KnownNameModel</name>
    <message>
        <source>Other name</source>
        <translation>Autre nom</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Date de naissance</translation>
    </message>
</context>
<context>
    <name>KnownNamesPanel</name>
    <message>
        <source>Also known as</source>
        <translation>Autres noms connus</translation>
    </message>
    <message>
        <source>Documents with these names are filed here without a question. No access tells them. Forget one, and the next document with it is asked about.</source>
        <translation>Un document qui porte l’un de ces noms est rangé ici sans question. Aucun accès ne les donne. Oubliez-en un, et Carnet demandera au prochain document qui le porte.</translation>
    </message>
    <message>
        <source>Forget this name</source>
        <translation>Oublier ce nom</translation>
    </message>
    <message>
        <source>Other names of this person</source>
        <translation>Autres noms de cette personne</translation>
    </message>
</context>
<context>
    <name>LinksPanel</name>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(et %n autre)</numerusform>
            <numerusform>(et %n autres)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same from %n source(s):</source>
        <translation>
            <numerusform>Le même, de %n source&#xa0;:</numerusform>
            <numerusform>Le même, de %n sources&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Read from the document</source>
        <translation>Lu dans le document</translation>
    </message>
    <message>
        <source>Read from this document</source>
        <translation>Lus dans ce document</translation>
    </message>
    <message>
        <source>Written by you</source>
        <translation>Écrit par vous</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>Consultation card</source>
        <translation>Carte de consultation</translation>
    </message>
    <message>
        <source>Opening code</source>
        <translation>Code d’ouverture</translation>
    </message>
    <message>
        <source>No way back</source>
        <translation>Sans retour</translation>
    </message>
    <message>
        <source>On this screen</source>
        <translation>Sur cet écran</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Locked PDF</source>
        <translation>PDF fermé à clé</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message numerus="yes">
        <source>Delete %n original file(s)? This is an ordinary deletion, without the recycle bin: the disk, backups and synchronised folders may keep a trace. The vault keeps what it took in.</source>
        <translation>
            <numerusform>Supprimer %n fichier d’origine&#xa0;? C’est une suppression ordinaire, sans corbeille&#xa0;: le disque, les sauvegardes et les dossiers synchronisés peuvent en garder une trace. Le coffre garde ce qu’il a pris.</numerusform>
            <numerusform>Supprimer %n fichiers d’origine&#xa0;? C’est une suppression ordinaire, sans corbeille&#xa0;: le disque, les sauvegardes et les dossiers synchronisés peuvent en garder une trace. Le coffre garde ce qu’il a pris.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Delete the originals</source>
        <translation>Supprimer les originaux</translation>
    </message>
    <message numerus="yes">
        <source>%n original file(s) deleted.</source>
        <translation>
            <numerusform>%n fichier d’origine supprimé.</numerusform>
            <numerusform>%n fichiers d’origine supprimés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new item(s) in the record.</source>
        <translation>
            <numerusform>%n nouvel élément dans le dossier.</numerusform>
            <numerusform>%n nouveaux éléments dans le dossier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more kept as they came, without an item of their own.</source>
        <translation>
            <numerusform>%n autre gardé tel quel, sans élément à lui.</numerusform>
            <numerusform>%n autres gardés tels quels, sans élément à eux.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, as you chose.</source>
        <translation>
            <numerusform>%n laissé de côté, comme vous l’avez choisi.</numerusform>
            <numerusform>%n laissés de côté, comme vous l’avez choisi.</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be filed</source>
        <translation>Ce qui n’a pas pu être rangé</translation>
    </message>
    <message>
        <source>The files you imported are still where they were, unprotected.</source>
        <translation>Les fichiers importés sont toujours là où ils étaient, sans protection.</translation>
    </message>
    <message>
        <source>Delete the originals…</source>
        <translation>Supprimer les originaux…</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>Voir le dossier</translation>
    </message>
    <message>
        <source>Imported files</source>
        <translation>Fichiers importés</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Write a date as day/month/year, month/year or year.</source>
        <translation>Écrivez une date comme jour/mois/année, mois/année ou année.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>My record</source>
        <translation>Mon dossier</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Care professionals</source>
        <translation>Soignants</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>PagesStep</name>
    <message>
        <source>The pages are on their way to the printer.</source>
        <translation>Les pages partent vers l’imprimante.</translation>
    </message>
    <message>
        <source>Save the pages</source>
        <translation>Enregistrer les pages</translation>
    </message>
    <message>
        <source>extract.pdf</source>
        <translation>extrait.pdf</translation>
    </message>
    <message>
        <source>The pages are in %1. That file is not protected: print it, then delete it.</source>
        <translation>Les pages sont dans %1. Ce fichier n’est pas protégé&#xa0;: imprimez-le, puis supprimez-le.</translation>
    </message>
    <message>
        <source>Progress of the pages</source>
        <translation>Avancement des pages</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>The six words</source>
        <translation>Les six mots</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>Mise en pages…</translation>
    </message>
    <message>
        <source>The locked PDF is ready</source>
        <translation>Le PDF fermé à clé est prêt</translation>
    </message>
    <message>
        <source>Send the PDF, and the words another way: by telephone, on paper. They are typed as they stand, without accents, with a space between.</source>
        <translation>Envoyez le PDF, et les mots par un autre chemin&#xa0;: au téléphone, sur papier. Ils se tapent tels quels, sans accents, avec un espace entre eux.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are ready</source>
        <translation>
            <numerusform>%n page est prête</numerusform>
            <numerusform>%n pages sont prêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Printed, the pages are protected by nothing but your hand. Saved, the file is not protected either: delete it once it is printed.</source>
        <translation>Imprimées, les pages ne sont protégées que par votre main. Enregistré, le fichier n’est pas protégé non plus&#xa0;: supprimez-le une fois imprimé.</translation>
    </message>
    <message>
        <source>It is handed over for good: there is nothing to take back. The history says so.</source>
        <translation>C’est remis sans retour&#xa0;: il n’y a rien à reprendre. L’historique le dit.</translation>
    </message>
    <message>
        <source>Once printed or saved, they are handed over for good: there is nothing to take back.</source>
        <translation>Une fois imprimées ou enregistrées, elles sont remises sans retour&#xa0;: il n’y a rien à reprendre.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Extract</source>
        <translation>Extrait</translation>
    </message>
    <message>
        <source>Extract of a health record</source>
        <translation>Extrait d’un dossier de santé</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Prepared on</source>
        <translation>Préparé le</translation>
    </message>
    <message>
        <source>Contact details added</source>
        <translation>Coordonnées ajoutées</translation>
    </message>
    <message>
        <source>My consultation</source>
        <translation>Ma consultation</translation>
    </message>
    <message>
        <source>Since the last access (%1):</source>
        <translation>Depuis le dernier accès (%1)&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%n new item(s)</source>
        <translation>
            <numerusform>%n nouvel élément</numerusform>
            <numerusform>%n nouveaux éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed item(s)</source>
        <translation>
            <numerusform>%n élément modifié</numerusform>
            <numerusform>%n éléments modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing new in this extract</source>
        <translation>rien de nouveau dans cet extrait</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Laboratory&apos;s remark</source>
        <translation>Mention du laboratoire</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>page %1 sur %2</translation>
    </message>
    <message>
        <source>Page %1/%2</source>
        <translation>Page %1/%2</translation>
    </message>
    <message>
        <source>Excerpt chosen by the patient. Other items may exist.</source>
        <translation>Extrait choisi par le patient. D’autres éléments peuvent exister.</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Document %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>Outside the reference range (%1)</source>
        <translation>Hors valeurs de référence (%1)</translation>
    </message>
    <message>
        <source>Name not given</source>
        <translation>Nom non indiqué</translation>
    </message>
    <message>
        <source>male</source>
        <translation>sexe masculin</translation>
    </message>
    <message>
        <source>female</source>
        <translation>sexe féminin</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>sexe&#xa0;: autre</translation>
    </message>
    <message>
        <source>born on %1</source>
        <translation>né(e) le %1</translation>
    </message>
    <message>
        <source>damaged or locked PDF, not printed</source>
        <translation>PDF abîmé ou fermé à clé, non imprimé</translation>
    </message>
    <message>
        <source>damaged picture, not printed</source>
        <translation>image abîmée, non imprimée</translation>
    </message>
    <message>
        <source>not printable (%1)</source>
        <translation>non imprimable (%1)</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>The two passphrases differ. Please write them again.</source>
        <translation>Les deux phrases sont différentes. Merci de les réécrire.</translation>
    </message>
    <message>
        <source>Encrypting the record anew…</source>
        <translation>Chiffrement du dossier à neuf…</translation>
    </message>
    <message>
        <source>Stopped. The passphrase is what it was.</source>
        <translation>Arrêté. La phrase secrète reste celle d’avant.</translation>
    </message>
    <message>
        <source>Passphrase changed. Copies and backups made before still open with the old one.</source>
        <translation>Phrase secrète changée. Les copies et sauvegardes faites avant s’ouvrent encore avec l’ancienne.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>The record is encrypted anew with another key. Nobody, not even we, can find the passphrase again: write it on paper and keep the paper in a safe place.</source>
        <translation>Le dossier est chiffré à neuf avec une autre clé. Personne, pas même nous, ne peut retrouver la phrase secrète&#xa0;: écrivez-la sur papier et gardez le papier en lieu sûr.</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>&amp;Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>La même, &amp;encore une fois</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Éléments</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>The record is in its own vault now: %n item(s), checked one by one.</source>
        <translation>
            <numerusform>Le dossier a maintenant son propre coffre&#xa0;: %n élément, vérifié.</numerusform>
            <numerusform>Le dossier a maintenant son propre coffre&#xa0;: %n éléments, vérifiés un par un.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Emplacement&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n access(es) ended: give them again from that vault.</source>
        <translation>
            <numerusform>%n accès a pris fin&#xa0;: redonnez-le depuis ce coffre.</numerusform>
            <numerusform>%n accès ont pris fin&#xa0;: redonnez-les depuis ce coffre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that may be anybody&apos;s stay here.</source>
        <translation>
            <numerusform>%n fichier dont on ne sait pas à qui il est reste ici.</numerusform>
            <numerusform>%n fichiers dont on ne sait pas à qui ils sont restent ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups and copies made before still hold it: delete them, and make new ones.</source>
        <translation>Les sauvegardes et les copies d’avant le contiennent encore&#xa0;: supprimez-les, puis refaites-en.</translation>
    </message>
    <message>
        <source>Stopped. The record is still here, whole.</source>
        <translation>Arrêté. Le dossier est toujours ici, entier.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Please write them again.</source>
        <translation>Les deux phrases secrètes diffèrent. Écrivez-les à nouveau.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Whoever opens this vault sees everybody&apos;s record. A record that others must not see needs a vault of its own.</source>
        <translation>Qui ouvre ce coffre voit le dossier de chacun. Un dossier que d’autres ne doivent pas voir a besoin de son propre coffre.</translation>
    </message>
    <message>
        <source>Look at this record</source>
        <translation>Voir ce dossier</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Ajouter une personne…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Corriger…</translation>
    </message>
    <message>
        <source>Separate this record…</source>
        <translation>Séparer ce dossier…</translation>
    </message>
    <message>
        <source>People whose record this vault keeps</source>
        <translation>Personnes dont ce coffre garde le dossier</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Correct who this is</source>
        <translation>Corriger qui c’est</translation>
    </message>
    <message>
        <source>First and last &amp;name</source>
        <translation>Prénom et &amp;nom</translation>
    </message>
    <message>
        <source>&amp;Birth date</source>
        <translation>Date de nai&amp;ssance</translation>
    </message>
    <message>
        <source>Se&amp;x (if you like)</source>
        <translation>Se&amp;xe (si vous voulez)</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Femme</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Homme</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non connu</translation>
    </message>
    <message>
        <source>Items stay as they are, and documents keep the name that they bear.</source>
        <translation>Les éléments restent comme ils sont, et les documents gardent le nom qu’ils portent.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PhotographPage</name>
    <message>
        <source>Give the document a title.</source>
        <translation>Donnez un titre au document.</translation>
    </message>
    <message numerus="yes">
        <source>One document of %n page(s).</source>
        <translation>
            <numerusform>Un document de %n page.</numerusform>
            <numerusform>Un document de %n pages.</numerusform>
        </translation>
    </message>
    <message>
        <source>This document is in the record already.</source>
        <translation>Ce document est déjà dans le dossier.</translation>
    </message>
    <message>
        <source>One document or several?</source>
        <translation>Un seul document ou plusieurs&#xa0;?</translation>
    </message>
    <message>
        <source>Several pictures were chosen. As one document, they are its pages, in this order; the place and the camera that the telephone noted are not in it. The pictures are kept with it as they came.</source>
        <translation>Vous avez choisi plusieurs images. En un seul document, elles en sont les pages, dans cet ordre&#xa0;; le lieu et l’appareil notés par le téléphone n’y sont pas. Les images sont gardées avec lui telles quelles.</translation>
    </message>
    <message>
        <source>Pages of the document</source>
        <translation>Pages du document</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Avancer</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Reculer</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Straighten this page</source>
        <translation>Redresser cette page</translation>
    </message>
    <message>
        <source>&amp;Title of the document</source>
        <translation>&amp;Titre du document</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Avancement de l’importation</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>A photographed paper?</source>
        <translation>Un papier photographié&#xa0;?</translation>
    </message>
    <message>
        <source>As a document, it has the title that you give it; the place and the camera that the telephone noted are not in it. The picture is kept with it as it came.</source>
        <translation>Comme document, il porte le titre que vous lui donnez&#xa0;; le lieu et l’appareil que le téléphone a notés n’y sont pas. L’image est gardée avec lui, telle quelle.</translation>
    </message>
    <message>
        <source>Keep as a document</source>
        <translation>Garder comme document</translation>
    </message>
    <message>
        <source>Take the picture as it is</source>
        <translation>Prendre l’image telle quelle</translation>
    </message>
    <message>
        <source>One document</source>
        <translation>Un seul document</translation>
    </message>
    <message>
        <source>Several documents</source>
        <translation>Plusieurs documents</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PractitionerForm</name>
    <message>
        <source>&amp;Name, as you call them</source>
        <translation>&amp;Nom, comme vous l’appelez</translation>
    </message>
    <message>
        <source>&amp;Speciality</source>
        <translation>&amp;Spécialité</translation>
    </message>
    <message>
        <source>National &amp;number (RPPS), if you know it</source>
        <translation>Numéro &amp;RPPS, si vous le connaissez</translation>
    </message>
    <message>
        <source>&amp;Telephone or address, if you like</source>
        <translation>&amp;Téléphone ou adresse, si vous voulez</translation>
    </message>
</context>
<context>
    <name>PractitionerModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Speciality</source>
        <translation>Spécialité</translation>
    </message>
    <message>
        <source>RPPS</source>
        <translation>RPPS</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
</context>
<context>
    <name>PractitionerPanel</name>
    <message>
        <source>Care professionals</source>
        <translation>Soignants</translation>
    </message>
    <message>
        <source>Add a care professional…</source>
        <translation>Ajouter un soignant…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>Nothing would be shared. Choose more, or add single items.</source>
        <translation>Rien ne serait partagé. Choisissez davantage, ou ajoutez des éléments un à un.</translation>
    </message>
    <message numerus="yes">
        <source>What they will see: %n item(s)</source>
        <translation>
            <numerusform>Ce qu’il verra&#xa0;: %n élément</numerusform>
            <numerusform>Ce qu’il verra&#xa0;: %n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>The file holds exactly these items. It always says: “Excerpt chosen by the patient. Other items may exist.”</source>
        <translation>Le fichier contient exactement ces éléments. Il dit toujours&#xa0;: «&#xa0;Extrait choisi par le patient. D’autres éléments peuvent exister.&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) stay out, because they also tell what you keep private; you can add them one by one.</source>
        <translation>
            <numerusform>%n document reste en dehors, parce qu’il dit aussi ce que vous gardez pour vous&#xa0;; vous pouvez l’ajouter à part.</numerusform>
            <numerusform>%n documents restent en dehors, parce qu’ils disent aussi ce que vous gardez pour vous&#xa0;; vous pouvez les ajouter à part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) that you left closed leave with it: the care professional reads them.</source>
        <translation>
            <numerusform>%n élément que vous laissez fermé part avec&#xa0;: le soignant le lira.</numerusform>
            <numerusform>%n éléments que vous laissez fermés partent avec&#xa0;: le soignant les lira.</numerusform>
        </translation>
    </message>
    <message>
        <source>Treatments or allergies stay out.</source>
        <translation>Des traitements ou des allergies restent en dehors.</translation>
    </message>
    <message>
        <source>They will see (%1)</source>
        <translation>Il verra (%1)</translation>
    </message>
    <message>
        <source>Left out one by one (%1)</source>
        <translation>Retirés un à un (%1)</translation>
    </message>
    <message>
        <source>Add single items</source>
        <translation>Ajouter un à un</translation>
    </message>
    <message>
        <source>My consultation</source>
        <translation>Ma consultation</translation>
    </message>
    <message>
        <source>What is shared</source>
        <translation>Ce qui est partagé</translation>
    </message>
    <message>
        <source>What they will see</source>
        <translation>Ce qu’il verra</translation>
    </message>
    <message>
        <source>Left out one by one</source>
        <translation>Retirés un à un</translation>
    </message>
    <message>
        <source>Items that are not shared</source>
        <translation>Éléments qui ne sont pas partagés</translation>
    </message>
    <message>
        <source>Search the record</source>
        <translation>Chercher dans le dossier</translation>
    </message>
    <message>
        <source>Leave the chosen items out</source>
        <translation>Retirer les éléments choisis</translation>
    </message>
    <message>
        <source>Put the chosen items back</source>
        <translation>Remettre les éléments choisis</translation>
    </message>
    <message>
        <source>Add the chosen items</source>
        <translation>Ajouter les éléments choisis</translation>
    </message>
    <message>
        <source>What you keep private can be added here too, one by one.</source>
        <translation>Ce que vous gardez pour vous peut aussi être ajouté ici, un à un.</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>ProposalModel</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Value (laboratory&apos;s range)</source>
        <translation>Valeur (référence du labo)</translation>
    </message>
    <message>
        <source>Printed line</source>
        <translation>Ligne imprimée</translation>
    </message>
    <message>
        <source>p. %1: %2</source>
        <translation>p. %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ProposalPanel</name>
    <message numerus="yes">
        <source>Add %n result(s) to the record</source>
        <translation>
            <numerusform>Ajouter %n résultat au dossier</numerusform>
            <numerusform>Ajouter %n résultats au dossier</numerusform>
        </translation>
    </message>
    <message>
        <source>Results to confirm</source>
        <translation>Résultats à confirmer</translation>
    </message>
    <message>
        <source>Read from the document. Compare each with its line, and tick those that are right.</source>
        <translation>Lus dans le document. Comparez chacun avec sa ligne, et cochez ceux qui sont justes.</translation>
    </message>
    <message>
        <source>Carnet found no result in this document that it can read without a doubt.</source>
        <translation>Carnet n’a trouvé dans ce document aucun résultat qu’il puisse lire sans doute.</translation>
    </message>
    <message>
        <source>Recognised text, may hold mistakes: compare with the picture.</source>
        <translation>Texte reconnu, peut contenir des fautes&#xa0;: comparez avec l’image.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood and left out.</source>
        <translation>
            <numerusform>%n ligne non comprise, laissée de côté.</numerusform>
            <numerusform>%n lignes non comprises, laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Date of the samples</source>
        <translation>&amp;Date du prélèvement</translation>
    </message>
    <message>
        <source>Tick all or none</source>
        <translation>Tout cocher ou rien</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Revenir</translation>
    </message>
</context>
<context>
    <name>Purpose</name>
    <message>
        <source>My general practitioner</source>
        <translation>Mon médecin généraliste</translation>
    </message>
    <message>
        <source>A pharmacist</source>
        <translation>Un pharmacien</translation>
    </message>
    <message>
        <source>A hospital stay</source>
        <translation>Un séjour à l’hôpital</translation>
    </message>
    <message>
        <source>A second opinion</source>
        <translation>Un second avis</translation>
    </message>
    <message>
        <source>A specialist</source>
        <translation>Un spécialiste</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Sharing receipt</source>
        <translation>Reçu de partage</translation>
    </message>
    <message>
        <source>Made on %1 by Carnet, the patient&apos;s own program.</source>
        <translation>Fait le %1 par Carnet, le programme du patient lui-même.</translation>
    </message>
    <message>
        <source>How it can be taken back, and what cannot</source>
        <translation>Comment l’accès peut être retiré, et ce qui ne peut pas l’être</translation>
    </message>
    <message>
        <source>What shows it later</source>
        <translation>Ce qui le montre plus tard</translation>
    </message>
    <message>
        <source>Excerpt chosen by the patient. Other items may exist.</source>
        <translation>Extrait choisi par le patient. D’autres éléments peuvent exister.</translation>
    </message>
    <message>
        <source>RPPS number %1</source>
        <translation>numéro RPPS %1</translation>
    </message>
    <message>
        <source>%1 of %2 given</source>
        <translation>%1 sur %2 donnée(s)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Record of</source>
        <translation>Dossier de</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non dit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Period of the items</source>
        <translation>Période des éléments</translation>
    </message>
    <message>
        <source>Identifiers added</source>
        <translation>Coordonnées ajoutées</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Donné le</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>Commence le</translation>
    </message>
    <message>
        <source>Access ends</source>
        <translation>Fin d’accès</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted from the record since</source>
        <translation>
            <numerusform>%n supprimé du dossier depuis</numerusform>
            <numerusform>%n supprimés du dossier depuis</numerusform>
        </translation>
    </message>
    <message>
        <source>numbers such as the national one</source>
        <translation>numéros, dont le numéro national</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>telephone and e-mail</source>
        <translation>téléphone et courriel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>These items were handed over on paper, for good. There is no code to stop giving and no card to take back: whoever has the pages reads them, and can copy them.</source>
        <translation>Ces éléments ont été remis sur papier, sans retour. Il n’y a ni code à ne plus donner, ni carte à reprendre&#xa0;: qui a les pages les lit et peut les copier.</translation>
    </message>
    <message>
        <source>These items were shown on the patient&apos;s own screen. No file was handed over: there is nothing to take back. What was seen cannot be erased.</source>
        <translation>Ces éléments ont été montrés sur l’écran du patient. Aucun fichier n’a été remis&#xa0;: il n’y a rien à reprendre. Ce qui a été vu ne peut pas être effacé.</translation>
    </message>
    <message>
        <source>These items were handed over as a locked PDF, for good. Whoever has the file and the six words can read it, today and in ten years; it cannot be withdrawn.</source>
        <translation>Ces éléments ont été remis dans un PDF fermé à clé, sans retour. Toute personne ayant ce fichier et les six mots peut le lire, aujourd’hui comme dans dix ans&#xa0;; il ne peut pas être retiré.</translation>
    </message>
    <message>
        <source>This access cannot be withdrawn. Whoever has this file and the six words can read it, today and in ten years. The end date changes nothing about that.</source>
        <translation>Cet accès ne pourra pas être retiré. Toute personne ayant ce fichier et les six mots pourra le lire, aujourd’hui comme dans dix ans. La date de fin n’y changera rien.</translation>
    </message>
    <message>
        <source>The patient can withdraw this access at any time; otherwise it ends on its date, when Carnet next runs. After either, Carnet gives no further code and no further card.</source>
        <translation>Le patient peut retirer cet accès à tout moment&#xa0;; sinon il prend fin à sa date, quand Carnet est ouvert. Ensuite, Carnet ne donne plus ni code ni carte.</translation>
    </message>
    <message>
        <source>This access has ended: this vault gives nothing more for it.</source>
        <translation>Cet accès a pris fin&#xa0;: ce coffre ne donne plus rien pour lui.</translation>
    </message>
    <message>
        <source>On %1 the patient wrote down that the card was taken back or destroyed; a photo of it would still open the file.</source>
        <translation>Le %1, le patient a noté que la carte était reprise ou détruite&#xa0;; une photo de la carte ouvrirait encore le fichier.</translation>
    </message>
    <message>
        <source>The printed card opens the file, after the end too. Take it back or destroy it; a photo of the card is enough to open it too.</source>
        <translation>La carte imprimée ouvre le fichier, même après la fin. Reprenez-la ou détruisez-la&#xa0;; une photo de la carte suffit aussi à ouvrir.</translation>
    </message>
    <message>
        <source>A code was given: it opens the whole file, for good, to whoever has the file, the words and that code.</source>
        <translation>Un code a été donné&#xa0;: il ouvre tout le fichier, pour toujours, à qui a le fichier, les mots et ce code.</translation>
    </message>
    <message>
        <source>What was read, printed or copied cannot be erased.</source>
        <translation>Ce qui a été lu, imprimé ou copié ne peut pas être effacé.</translation>
    </message>
    <message>
        <source>No code and no card has been given. If the access is withdrawn now, this file stays closed, even copied.</source>
        <translation>Aucun code ni carte n’a été donné. Si l’accès est retiré maintenant, ce fichier restera fermé, même copié.</translation>
    </message>
    <message>
        <source>This vault was copied or set back: whether a code or a card was given from another copy of it, it does not know.</source>
        <translation>Ce coffre a été copié ou ramené en arrière&#xa0;: il ne sait pas si un code ou une carte a été donné depuis un autre exemplaire.</translation>
    </message>
    <message>
        <source>No code and no card was given: this file stays closed, even copied.</source>
        <translation>Aucun code ni carte n’a été donné&#xa0;: ce fichier restera fermé, même copié.</translation>
    </message>
    <message>
        <source>The mark covers what was shown, by its SHA-256 in the history; no file was handed over.</source>
        <translation>Le repère couvre ce qui a été montré, par son SHA-256 dans l’historique&#xa0;; aucun fichier n’a été remis.</translation>
    </message>
    <message>
        <source>The file handed over is the one with this SHA-256 (“sha256sum FILE” tells it); the reading page is the same for everybody.</source>
        <translation>Le fichier remis est celui qui a cette empreinte SHA-256 («&#xa0;sha256sum FICHIER&#xa0;» la donne)&#xa0;; la page de lecture est la même pour tous.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>In place of the access</source>
        <translation>Remplace l’accès</translation>
    </message>
    <message>
        <source>PDF of the pages</source>
        <translation>PDF des pages</translation>
    </message>
    <message>
        <source>What was shown</source>
        <translation>Ce qui a été montré</translation>
    </message>
    <message>
        <source>Protected file (.phr)</source>
        <translation>Fichier protégé (.phr)</translation>
    </message>
    <message>
        <source>Protected file (.html)</source>
        <translation>Fichier protégé (.html)</translation>
    </message>
    <message>
        <source>Keep the mark, which the square holds too: typed or scanned into Carnet&apos;s History page, or given to verify_history.py with an exported history, it shows whether the history was rewritten or an older vault put in its place.</source>
        <translation>Gardez le repère, que le carré contient aussi&#xa0;: tapé ou scanné dans la page Historique de Carnet, ou donné à verify_history.py avec un historique enregistré, il montre si l’historique a été réécrit ou si un coffre plus ancien a été mis à sa place.</translation>
    </message>
    <message>
        <source>Reading page (reader.html)</source>
        <translation>Page de lecture (reader.html)</translation>
    </message>
    <message>
        <source>Mark of the history</source>
        <translation>Repère de l’historique</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Coffre</translation>
    </message>
    <message>
        <source>Line of the history</source>
        <translation>Ligne de l’historique</translation>
    </message>
    <message>
        <source>Signature (Ed25519)</source>
        <translation>Signature (Ed25519)</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clé publique</translation>
    </message>
</context>
<context>
    <name>ReceiptFile</name>
    <message>
        <source>Save the sharing receipt</source>
        <translation>Enregistrer le reçu de partage</translation>
    </message>
    <message>
        <source>sharing-receipt.pdf</source>
        <translation>recu-de-partage.pdf</translation>
    </message>
    <message>
        <source>The receipt is in %1. It names no item.</source>
        <translation>Le reçu est dans %1. Il ne nomme aucun élément.</translation>
    </message>
</context>
<context>
    <name>RecognisedPanel</name>
    <message>
        <source>Recognised text</source>
        <translation>Texte reconnu</translation>
    </message>
    <message>
        <source>Recognised text, may hold mistakes: compare with the picture.</source>
        <translation>Texte reconnu, peut contenir des fautes&#xa0;: comparez avec l’image.</translation>
    </message>
    <message>
        <source>Recognising the text, on this computer…</source>
        <translation>Reconnaissance du texte, sur cet ordinateur…</translation>
    </message>
    <message>
        <source>Carnet can recognise the text of this picture, on this computer, so that you find it by its words. Some ten seconds a page.</source>
        <translation>Carnet peut reconnaître le texte de cette image, sur cet ordinateur, pour que vous la retrouviez par ses mots. Comptez une dizaine de secondes par page.</translation>
    </message>
    <message>
        <source>No text was recognised.</source>
        <translation>Aucun texte reconnu.</translation>
    </message>
    <message>
        <source>One part is needed for it, which is not installed: pip install &apos;phr[ocr]&apos;.</source>
        <translation>Il faut pour cela un composant qui n’est pas installé&#xa0;: pip install &apos;phr[ocr]&apos;.</translation>
    </message>
    <message>
        <source>Progress of the recognition</source>
        <translation>Avancement de la reconnaissance</translation>
    </message>
    <message>
        <source>Recognise the text</source>
        <translation>Reconnaître le texte</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Revenir</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>kept private</source>
        <translation>gardé pour moi</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Visibilité</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour l’instant</translation>
    </message>
    <message>
        <source>Import the files that you received, or drop them anywhere in this window. You can also write a first item yourself.</source>
        <translation>Importez les fichiers que vous avez reçus, ou déposez-les n’importe où dans cette fenêtre. Vous pouvez aussi écrire vous-même un premier élément.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien n’a été trouvé</translation>
    </message>
    <message>
        <source>more than %1 items</source>
        <translation>plus de %1 éléments</translation>
    </message>
    <message>
        <source>Try fewer letters, or fewer filters.</source>
        <translation>Essayez moins de lettres, ou moins de filtres.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Copy saved. It is not protected: whoever has it can read it.</source>
        <translation>Copie enregistrée. Elle n’est pas protégée&#xa0;: qui l’a peut la lire.</translation>
    </message>
    <message>
        <source>My record</source>
        <translation>Mon dossier</translation>
    </message>
    <message>
        <source>Write an item…</source>
        <translation>Écrire un élément…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Importer des fichiers…</translation>
    </message>
    <message>
        <source>Items of the record</source>
        <translation>Éléments du dossier</translation>
    </message>
</context>
<context>
    <name>ReleasePage</name>
    <message>
        <source>Whoever reads you this code has the file of %1 and the five words. Do you know who is asking? The opening code opens the whole file, for good, to whoever has it.</source>
        <translation>Celui qui vous lit ce code a le fichier de %1 et les cinq mots. Savez-vous qui demande&#xa0;? Le code d’ouverture ouvre tout le fichier, pour toujours, à qui l’a.</translation>
    </message>
    <message>
        <source>No, go back</source>
        <translation>Non, revenir</translation>
    </message>
    <message>
        <source>Yes, allow opening</source>
        <translation>Oui, autoriser l’ouverture</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in 30 seconds.</source>
        <translation>Copié. Le presse-papiers sera vidé dans 30 secondes.</translation>
    </message>
    <message>
        <source>Allow opening</source>
        <translation>Autoriser l’ouverture</translation>
    </message>
    <message>
        <source>The care professional opens the file, types the five words and reads you a code: 16 characters, or 8 words.</source>
        <translation>Le soignant ouvre le fichier, tape les cinq mots et vous lit un code&#xa0;: 16&#xa0;caractères, ou 8&#xa0;mots.</translation>
    </message>
    <message>
        <source>&amp;Doctor&apos;s code</source>
        <translation>&amp;Code du médecin</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Opening code: read it out, or send it</source>
        <translation>Code d’ouverture&#xa0;: à lire ou à envoyer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>The same in words</source>
        <translation>Le même, en mots</translation>
    </message>
    <message>
        <source>The code has arrived</source>
        <translation>Le code est arrivé</translation>
    </message>
    <message>
        <source>This is the same answer as before: it does not count again.</source>
        <translation>C’est la même réponse qu’avant&#xa0;: elle ne compte pas une seconde fois.</translation>
    </message>
    <message>
        <source>Openings left after this one: %1</source>
        <translation>Ouvertures restantes après celle-ci&#xa0;: %1</translation>
    </message>
    <message>
        <source>It was the last opening: press this once the code has arrived. After 15 minutes it is done by itself.</source>
        <translation>C’était la dernière ouverture&#xa0;: appuyez ici quand le code est arrivé. Après 15 minutes, cela se fait tout seul.</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>Reply, written by somebody who opened the file given to %1 on %2 (the name is not verified)</source>
        <translation>Réponse écrite par quelqu’un qui a ouvert le fichier donné à %1 le %2 (nom non vérifié)</translation>
    </message>
</context>
<context>
    <name>RepliesModel</name>
    <message>
        <source>Answers the file given to</source>
        <translation>Répond au fichier donné à</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Donné le</translation>
    </message>
    <message>
        <source>Written on, it says</source>
        <translation>Écrite le (selon elle)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 ko</translation>
    </message>
</context>
<context>
    <name>RepliesPage</name>
    <message>
        <source>Replies (*.phr-reply);;All files (*)</source>
        <translation>Réponses (*.phr-reply);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Reply files</source>
        <translation>Fichiers de réponse</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) received. Nothing is shown of a reply before you open it.</source>
        <translation>
            <numerusform>%n réponse reçue. Rien n’en est montré avant que vous l’ouvriez.</numerusform>
            <numerusform>%n réponses reçues. Rien n’en est montré avant que vous les ouvriez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed “%1”, which nothing proves.</source>
        <translation>Signée «&#xa0;%1&#xa0;», ce que rien ne prouve.</translation>
    </message>
    <message numerus="yes">
        <source>Reply opened: %n new item(s) in the record.</source>
        <translation>
            <numerusform>Réponse ouverte&#xa0;: %n nouvel élément dans le dossier.</numerusform>
            <numerusform>Réponse ouverte&#xa0;: %n nouveaux éléments dans le dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>Voir le dossier</translation>
    </message>
    <message>
        <source>Reply deleted, unopened.</source>
        <translation>Réponse supprimée sans être ouverte.</translation>
    </message>
    <message>
        <source>This reply will be deleted without being read. It cannot be received a second time.</source>
        <translation>Cette réponse sera supprimée sans être lue. Elle ne pourra pas être reçue une deuxième fois.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>La garder</translation>
    </message>
    <message>
        <source>Delete it unopened</source>
        <translation>La supprimer sans l’ouvrir</translation>
    </message>
    <message>
        <source>Replies from care professionals</source>
        <translation>Réponses des soignants</translation>
    </message>
    <message>
        <source>Back to the accesses</source>
        <translation>Retour aux accès</translation>
    </message>
    <message>
        <source>Receive a reply…</source>
        <translation>Recevoir une réponse…</translation>
    </message>
    <message>
        <source>A reply was written by somebody who opened the file that you gave; who, it does not prove. It stays closed until you open it.</source>
        <translation>Une réponse a été écrite par quelqu’un qui a ouvert le fichier que vous avez donné&#xa0;; elle ne prouve pas qui. Elle reste fermée tant que vous ne l’ouvrez pas.</translation>
    </message>
    <message>
        <source>No reply waits</source>
        <translation>Aucune réponse en attente</translation>
    </message>
    <message>
        <source>In the reading page, “Reply to the patient” makes a file that ends in .phr-reply: receive it here, or drop it on this window.</source>
        <translation>Dans la page de lecture, «&#xa0;Répondre au patient&#xa0;» fait un fichier qui se termine par .phr-reply&#xa0;: recevez-le ici, ou déposez-le sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Open this reply</source>
        <translation>Ouvrir cette réponse</translation>
    </message>
    <message>
        <source>Delete unopened…</source>
        <translation>Supprimer sans ouvrir…</translation>
    </message>
    <message>
        <source>Replies that wait</source>
        <translation>Réponses en attente</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mis à jour</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Déjà là</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Mis de côté</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Untick all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %n autre.</numerusform>
            <numerusform>Et %n autres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more would be kept as they came, without an item of their own.</source>
        <translation>
            <numerusform>%n autre serait gardé tel quel, sans élément à lui.</numerusform>
            <numerusform>%n autres seraient gardés tels quels, sans élément à eux.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are counted only, and taken in as well.</source>
        <translation>
            <numerusform>%n autre est seulement compté, et sera pris aussi.</numerusform>
            <numerusform>%n autres sont seulement comptés, et seront pris aussi.</numerusform>
        </translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
    <message>
        <source>For %1, whom this vault does not hold yet</source>
        <translation>Pour %1, qui n’est pas encore dans ce coffre</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Pour %1</translation>
    </message>
    <message>
        <source>The file says: %1</source>
        <translation>Le fichier indique&#xa0;: %1</translation>
    </message>
    <message>
        <source>To check before it is saved</source>
        <translation>À vérifier avant d’enregistrer</translation>
    </message>
    <message>
        <source>Put in the record</source>
        <translation>Ranger dans le dossier</translation>
    </message>
    <message>
        <source>To check later</source>
        <translation>À vérifier plus tard</translation>
    </message>
    <message>
        <source>Leave the results and letters of these &amp;files closed</source>
        <translation>Laisser &amp;fermés les résultats et les lettres de ces fichiers</translation>
    </message>
    <message>
        <source>Take nothing</source>
        <translation>Ne rien prendre</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>What the file would bring</source>
        <translation>Ce que le fichier apporterait</translation>
    </message>
</context>
<context>
    <name>RunningAccesses</name>
    <message>
        <source>Withdraw…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Withdraw the access of %1…</source>
        <translation>Retirer l’accès de %1…</translation>
    </message>
</context>
<context>
    <name>SampleBand</name>
    <message>
        <source>Sample record</source>
        <translation>Dossier d’exemple</translation>
    </message>
    <message>
        <source>A made-up person, nothing of yours. What you do here goes away when you leave.</source>
        <translation>Une personne inventée, rien de vous. Ce que vous faites ici disparaît quand vous quittez.</translation>
    </message>
    <message>
        <source>Leave the sample</source>
        <translation>Quitter l’exemple</translation>
    </message>
</context>
<context>
    <name>SeparationPanel</name>
    <message>
        <source>Folder of the new vault</source>
        <translation>Emplacement du nouveau coffre</translation>
    </message>
    <message>
        <source>%1 copies this folder to its computers, encrypted as it is.</source>
        <translation>%1 copie cet emplacement sur ses ordinateurs, chiffré comme il est.</translation>
    </message>
    <message>
        <source>A vault of its own for the record of %1</source>
        <translation>Un coffre à part pour le dossier de %1</translation>
    </message>
    <message>
        <source>The whole record leaves this vault for a new one, with other keys and a passphrase that this person chooses and types. Its running accesses end: give them again from the new vault.</source>
        <translation>Tout le dossier quitte ce coffre pour un nouveau, avec d’autres clés et une phrase secrète que cette personne choisit et tape elle-même. Ses accès en cours prennent fin&#xa0;: redonnez-les depuis le nouveau coffre.</translation>
    </message>
    <message>
        <source>What was made before cannot be taken back: backups and copies still hold this record and open with the passphrase of this vault; files, codes and cards already given stay readable.</source>
        <translation>Ce qui existe déjà ne peut pas être repris&#xa0;: les sauvegardes et les copies contiennent encore ce dossier et s’ouvrent avec la phrase secrète de ce coffre&#xa0;; les fichiers, les codes et les cartes déjà donnés restent ce qu’ils sont.</translation>
    </message>
    <message>
        <source>&amp;Folder of the new vault</source>
        <translation>Emplacement du nouveau &amp;coffre</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>Nouvelle &amp;phrase secrète</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>La même, encore une &amp;fois</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>&amp;Voir ce que je tape</translation>
    </message>
    <message>
        <source>Separate this record</source>
        <translation>Séparer ce dossier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The record moves</source>
        <translation>Le dossier est en route</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Stopped. Nothing was changed, and nothing was left half done.</source>
        <translation>Arrêté. Rien n’a été modifié, et rien n’est resté à moitié fait.</translation>
    </message>
    <message>
        <source>Folder for the backup, best on another disk</source>
        <translation>Dossier de la sauvegarde, de préférence sur un autre disque</translation>
    </message>
    <message>
        <source>Making the backup…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>The backup is in %1. It opens with the passphrase of today.</source>
        <translation>La sauvegarde est dans %1. Elle s’ouvre avec la phrase secrète d’aujourd’hui.</translation>
    </message>
    <message>
        <source>Checking the vault…</source>
        <translation>Vérification du coffre…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not as they were written. Restore a backup.</source>
        <translation>
            <numerusform>%n chose n’est pas telle qu’elle a été écrite. Restaurez une sauvegarde.</numerusform>
            <numerusform>%n choses ne sont pas telles qu’elles ont été écrites. Restaurez une sauvegarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: everything in the vault is as it was written.</source>
        <translation>Vérifié&#xa0;: tout dans le coffre est tel qu’il a été écrit.</translation>
    </message>
    <message>
        <source>The export holds the whole record of everybody in this vault, what you keep private too, without any protection: whoever has the file can read it.</source>
        <translation>L’export contient le dossier entier de toutes les personnes de ce coffre, ce que vous gardez pour vous aussi, sans aucune protection&#xa0;: qui a le fichier peut le lire.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Exporter quand même</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Exporter le dossier</translation>
    </message>
    <message>
        <source>Exporting the record…</source>
        <translation>Exportation du dossier…</translation>
    </message>
    <message>
        <source>The record is in %1, unprotected.</source>
        <translation>Le dossier est dans %1, sans protection.</translation>
    </message>
    <message>
        <source>This vault is in %1.</source>
        <translation>Ce coffre est dans %1.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>La fenêtre</translation>
    </message>
    <message>
        <source>The vault</source>
        <translation>Le coffre</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Taille du texte</translation>
    </message>
    <message>
        <source>&amp;Lock after</source>
        <translation>&amp;Fermer à clé après</translation>
    </message>
    <message>
        <source>Those of the system</source>
        <translation>Celles du système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claires</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Très grande</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) without a touch</source>
        <translation>
            <numerusform>%n minute sans y toucher</numerusform>
            <numerusform>%n minutes sans y toucher</numerusform>
        </translation>
    </message>
    <message>
        <source>Simple window: four pages</source>
        <translation>Fenêtre simple&#xa0;: quatre pages</translation>
    </message>
    <message>
        <source>The other pages stay within reach in the View menu.</source>
        <translation>Les autres pages restent accessibles dans le menu Affichage.</translation>
    </message>
    <message>
        <source>Make a backup…</source>
        <translation>Faire une sauvegarde…</translation>
    </message>
    <message>
        <source>Check the vault</source>
        <translation>Vérifier le coffre</translation>
    </message>
    <message>
        <source>Export the record…</source>
        <translation>Exporter le dossier…</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Changer la phrase secrète…</translation>
    </message>
    <message>
        <source>A backup is encrypted as the vault is. It gives no access: after it is restored, accesses are to be renewed. Keep one on another disk, in another place.</source>
        <translation>Une sauvegarde est chiffrée comme le coffre. Elle ne donne aucun accès&#xa0;: une fois restaurée, les accès sont à renouveler. Gardez-en une sur un autre disque, dans un autre lieu.</translation>
    </message>
    <message>
        <source>An export is for another program that reads FHIR. It is not protected.</source>
        <translation>Un export sert à un autre programme qui lit le format FHIR. Il n’est pas protégé.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Encore personne</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>&amp;Whose record</source>
        <translation>&amp;Dossier de</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Fermer à clé</translation>
    </message>
    <message>
        <source>Carnet replaces no medical advice. Emergency: 15 or 112.</source>
        <translation>Carnet ne remplace pas un avis médical. Urgence&#xa0;: 15&#xa0;ou&#xa0;112.</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>All openings given</source>
        <translation>Ouvertures toutes données</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Over; end not known</source>
        <translation>Terminé&#xa0;; fin inconnue</translation>
    </message>
    <message>
        <source>Cannot continue in a copied vault</source>
        <translation>Terminé&#xa0;: coffre copié</translation>
    </message>
    <message>
        <source>Ended: the vault was set back</source>
        <translation>Terminé&#xa0;: coffre remis en arrière</translation>
    </message>
    <message>
        <source>Ended: the record has a vault of its own</source>
        <translation>Terminé&#xa0;: le dossier a son propre coffre</translation>
    </message>
    <message>
        <source>Handed over for good</source>
        <translation>Remis sans retour</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>active</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactif</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>résolu</translation>
    </message>
    <message>
        <source>in remission</source>
        <translation>en rémission</translation>
    </message>
    <message>
        <source>final</source>
        <translation>définitif</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>prévu</translation>
    </message>
    <message>
        <source>took place</source>
        <translation>a eu lieu</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>manqué</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>non fait</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>current</source>
        <translation>en vigueur</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>saisi par erreur</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Five or six ordinary words that have nothing to do with each other are easy to keep and hard to guess.</source>
        <translation>Cinq ou six mots ordinaires, sans rapport entre eux, se retiennent bien et se devinent mal.</translation>
    </message>
    <message>
        <source>Guessed at once. Please choose another.</source>
        <translation>Devinée tout de suite. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Easily guessed. Please choose another.</source>
        <translation>Facile à deviner. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Would hold for a while. Two more words would make it good.</source>
        <translation>Tiendrait un moment. Deux mots de plus la rendraient bonne.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Bonne.</translation>
    </message>
    <message>
        <source>Very good.</source>
        <translation>Très bonne.</translation>
    </message>
    <message>
        <source>Somebody with many computers would find it within an hour.</source>
        <translation>Avec beaucoup d’ordinateurs, on la trouverait en une heure.</translation>
    </message>
    <message>
        <source>Somebody with many computers would find it within a month.</source>
        <translation>Avec beaucoup d’ordinateurs, on la trouverait en un mois.</translation>
    </message>
    <message>
        <source>Somebody with many computers would find it within ten years.</source>
        <translation>Avec beaucoup d’ordinateurs, on la trouverait en dix ans.</translation>
    </message>
    <message>
        <source>Even with many computers, nobody would find it within a lifetime.</source>
        <translation>Même avec beaucoup d’ordinateurs, une vie ne suffirait pas à la trouver.</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>This is the sample record: your own files belong in your own vault.</source>
        <translation>Ceci est le dossier d’exemple&#xa0;: vos fichiers ont leur place dans votre propre coffre.</translation>
    </message>
    <message>
        <source>Leave the sample</source>
        <translation>Quitter l’exemple</translation>
    </message>
    <message numerus="yes">
        <source>These are the first %n files; drop the others afterwards.</source>
        <translation>
            <numerusform>Voici %n premier fichier&#xa0;; déposez les autres ensuite.</numerusform>
            <numerusform>Voici les %n premiers fichiers&#xa0;; déposez les autres ensuite.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no picture and no file on the clipboard.</source>
        <translation>Il n’y a ni image ni fichier dans le presse-papiers.</translation>
    </message>
    <message>
        <source>What you pasted is still on the clipboard, where every program can read it.</source>
        <translation>Ce que vous avez collé est encore dans le presse-papiers, où tout programme peut le lire.</translation>
    </message>
    <message>
        <source>Empty the clipboard</source>
        <translation>Vider le presse-papiers</translation>
    </message>
</context>
<context>
    <name>TermsStep</name>
    <message>
        <source>Can be opened from %1 to %2.</source>
        <translation>S’ouvre du %1 au %2.</translation>
    </message>
    <message>
        <source>Can be opened until %2.</source>
        <translation>S’ouvre jusqu’au %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n opening(s).</source>
        <translation>
            <numerusform>%n&#xa0;ouverture.</numerusform>
            <numerusform>%n&#xa0;ouvertures.</numerusform>
        </translation>
    </message>
    <message>
        <source>The access would end before it begins.</source>
        <translation>L’accès finirait avant de commencer.</translation>
    </message>
    <message>
        <source>In which way</source>
        <translation>Par quel moyen</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Jusqu’à quand</translation>
    </message>
    <message>
        <source>Beside me, on my &amp;screen</source>
        <translation>À côté de moi, sur mon &amp;écran</translation>
    </message>
    <message>
        <source>No file leaves. Your vault is locked, and only what you chose is shown, until the time is over. Your passphrase brings you back.</source>
        <translation>Aucun fichier ne part. Votre coffre est fermé, et seul ce que vous avez choisi est montré, jusqu’à la fin du temps prévu. Votre phrase secrète vous ramène à votre dossier.</translation>
    </message>
    <message>
        <source>Face to face, with a consultation &amp;card</source>
        <translation>Face à face, avec une &amp;carte de consultation</translation>
    </message>
    <message>
        <source>At a distance, with an &amp;opening code</source>
        <translation>À distance, avec un code d’&amp;ouverture</translation>
    </message>
    <message>
        <source>On &amp;paper</source>
        <translation>Sur &amp;papier</translation>
    </message>
    <message>
        <source>Pages to print and hand over. What is on paper cannot be taken back.</source>
        <translation>Des pages à imprimer et à remettre. Ce qui est sur papier ne peut pas être repris.</translation>
    </message>
    <message>
        <source>As a locked P&amp;DF</source>
        <translation>En P&amp;DF fermé à clé</translation>
    </message>
    <message>
        <source>One PDF and six words, for where the protected file does not get through. You cannot withdraw it.</source>
        <translation>Un PDF et six mots, là où le fichier protégé ne passe pas. Vous ne pourrez pas le retirer.</translation>
    </message>
    <message>
        <source>With no way &amp;back</source>
        <translation>&amp;Sans retour</translation>
    </message>
    <message>
        <source>The file, and a printed card that you hand over. Until the card is made, nobody can open the file.</source>
        <translation>Le fichier, et une carte imprimée que vous remettez. Tant que la carte n’est pas préparée, personne ne peut ouvrir le fichier.</translation>
    </message>
    <message>
        <source>The file, and five words that you send another way. For each opening the care professional reads you a code and you answer with another.</source>
        <translation>Le fichier, et cinq mots que vous envoyez d’une autre façon. Pour chaque ouverture, le soignant vous lit un code et vous répondez par un autre.</translation>
    </message>
    <message>
        <source>The file, and six words. You cannot withdraw it, and the end date changes nothing.</source>
        <translation>Le fichier, et six mots. Vous ne pourrez pas le retirer, et la date de fin n’y change rien.</translation>
    </message>
    <message>
        <source>Access &amp;ends</source>
        <translation>&amp;Fin d’accès</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Jour</translation>
    </message>
    <message>
        <source>&amp;Number of openings</source>
        <translation>&amp;Nombre d’ouvertures</translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation>&amp;Durée</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Ce soir</translation>
    </message>
    <message>
        <source>Tomorrow night</source>
        <translation>Demain soir</translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation>Dans 7 jours</translation>
    </message>
    <message>
        <source>In 14 days</source>
        <translation>Dans 14 jours</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>Dans 30 jours</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>Dans 90 jours</translation>
    </message>
    <message>
        <source>On another day</source>
        <translation>Un autre jour</translation>
    </message>
    <message>
        <source>Not &amp;before a day</source>
        <translation>Pas a&amp;vant un jour</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>The end and the number of openings limit later openings only. What has been opened once can be kept, printed or copied.</source>
        <translation>La fin et le nombre d’ouvertures ne limitent que les ouvertures suivantes. Ce qui a été ouvert une fois peut être gardé, imprimé ou copié.</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Next appointments</source>
        <translation>Prochains rendez-vous</translation>
    </message>
    <message>
        <source>No appointment to come.</source>
        <translation>Aucun rendez-vous à venir.</translation>
    </message>
    <message>
        <source>New in the record</source>
        <translation>Nouveau dans le dossier</translation>
    </message>
    <message>
        <source>Nothing yet. Import the files you received, or drop them here.</source>
        <translation>Rien encore. Importez les fichiers que vous avez reçus, ou déposez-les ici.</translation>
    </message>
    <message>
        <source>Running accesses</source>
        <translation>Accès en cours</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Dernière sauvegarde</translation>
    </message>
    <message>
        <source>Since last time</source>
        <translation>Depuis la dernière fois</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to check.</source>
        <translation>
            <numerusform>%n fichier à vérifier.</numerusform>
            <numerusform>%n fichiers à vérifier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply (replies) to open.</source>
        <translation>
            <numerusform>%n réponse à ouvrir.</numerusform>
            <numerusform>%n réponses à ouvrir.</numerusform>
        </translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Rien n’attend.</translation>
    </message>
    <message>
        <source>Nobody has access now.</source>
        <translation>Personne n’a accès en ce moment.</translation>
    </message>
    <message>
        <source>None yet. A vault without a backup can be lost.</source>
        <translation>Pas encore de sauvegarde. Un coffre sans sauvegarde peut être perdu.</translation>
    </message>
    <message>
        <source>The vault is opened for the first time.</source>
        <translation>Le coffre est ouvert pour la première fois.</translation>
    </message>
    <message>
        <source>Opened before on %1.</source>
        <translation>Ouverture précédente&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Vérifier…</translation>
    </message>
    <message>
        <source>See the accesses</source>
        <translation>Voir les accès</translation>
    </message>
    <message>
        <source>Make a backup…</source>
        <translation>Faire une sauvegarde…</translation>
    </message>
    <message>
        <source>See the history</source>
        <translation>Voir l’historique</translation>
    </message>
    <message>
        <source>Carnet keeps, protects and hands over. It does not interpret, raises no alarm and replaces no medical advice. Emergency: 15 or 112.</source>
        <translation>Carnet range, protège et transmet vos documents de santé. Il ne les interprète pas, n’alerte pas et ne remplace pas un avis médical. Urgence&#xa0;: 15&#xa0;ou&#xa0;112.</translation>
    </message>
</context>
<context>
    <name>Topic</name>
    <message>
        <source>Psychiatry</source>
        <translation>Psychiatrie</translation>
    </message>
    <message>
        <source>Addiction</source>
        <translation>Addictions</translation>
    </message>
    <message>
        <source>Sexual and reproductive health</source>
        <translation>Santé sexuelle et reproductive</translation>
    </message>
    <message>
        <source>Gynaecology</source>
        <translation>Gynécologie</translation>
    </message>
    <message>
        <source>HIV and infections</source>
        <translation>VIH et infections</translation>
    </message>
    <message>
        <source>Genetics</source>
        <translation>Génétique</translation>
    </message>
    <message>
        <source>Cancer</source>
        <translation>Cancer</translation>
    </message>
    <message>
        <source>Gender transition</source>
        <translation>Transition de genre</translation>
    </message>
    <message>
        <source>Cardiology</source>
        <translation>Cardiologie</translation>
    </message>
    <message>
        <source>Violence</source>
        <translation>Violences</translation>
    </message>
</context>
<context>
    <name>TopicPanel</name>
    <message>
        <source>Sensitive topic</source>
        <translation>Sujet sensible</translation>
    </message>
    <message>
        <source>For yourself alone: it lets you leave a whole topic out of an access. It is never shared.</source>
        <translation>Pour vous seul&#xa0;: cela permet de laisser un sujet entier en dehors d’un accès. Ce n’est jamais partagé.</translation>
    </message>
    <message>
        <source>Your &amp;own topics, separated by commas</source>
        <translation>Vos &amp;propres sujets, entre virgules</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>TrendsPage</name>
    <message>
        <source>Copy saved. It is not protected: whoever has it can read it.</source>
        <translation>Copie enregistrée. Elle n’est pas protégée&#xa0;: qui l’a peut la lire.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) stand in the table only: they are no numbers, or would make more than six drawings.</source>
        <translation>
            <numerusform>%n valeur ne figure que dans le tableau&#xa0;: ce n’est pas un nombre, ou elle ferait plus de six courbes.</numerusform>
            <numerusform>%n valeurs ne figurent que dans le tableau&#xa0;: ce ne sont pas des nombres, ou elles feraient plus de six courbes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Values over time; the table below holds the same</source>
        <translation>Valeurs au fil du temps&#xa0;; le tableau dessous contient les mêmes</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <source>Values as they were sent, each with the range of its own laboratory. Carnet does not interpret them.</source>
        <translation>Les valeurs telles que reçues, chacune avec les valeurs de référence de son laboratoire. Carnet ne les interprète pas.</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>Rien n’a encore été mesuré</translation>
    </message>
    <message>
        <source>Results and measurements that you import or write appear here, drawn over time.</source>
        <translation>Les résultats et les mesures que vous importez ou écrivez apparaissent ici, dessinés au fil du temps.</translation>
    </message>
    <message>
        <source>Reading all values. This takes some seconds in a large record.</source>
        <translation>Lecture de toutes les valeurs. Cela prend quelques secondes dans un grand dossier.</translation>
    </message>
    <message>
        <source>Find a measurement</source>
        <translation>Chercher une mesure</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Période</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Rapprocher</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Élargir</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Ce qui a été mesuré</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Folder of the vault</source>
        <translation>Où est le coffre</translation>
    </message>
    <message>
        <source>The two passphrases differ. Please write them again.</source>
        <translation>Les deux phrases sont différentes. Merci de les réécrire.</translation>
    </message>
    <message>
        <source>Open your vault</source>
        <translation>Ouvrir votre coffre</translation>
    </message>
    <message>
        <source>Nobody, not even we, can find your passphrase again. Look where you may have written it down, and for a backup whose passphrase you know: it opens with the one it was made with. If you find neither, this vault stays closed. Your care professionals and laboratories often have copies of their own.</source>
        <translation>Personne, pas même nous, ne peut retrouver votre phrase secrète. Cherchez où vous l’avez peut-être notée, ou une sauvegarde dont vous connaissez la phrase&#xa0;: elle s’ouvre avec celle du jour où elle a été faite. Si vous ne trouvez ni l’une ni l’autre, ce coffre restera fermé. Vos soignants et laboratoires ont souvent leurs propres copies.</translation>
    </message>
    <message>
        <source>Carnet keeps, protects and hands over your health documents. It does not interpret them.</source>
        <translation>Carnet range, protège et transmet vos documents de santé. Il ne les interprète pas.</translation>
    </message>
    <message>
        <source>&amp;Folder of the vault</source>
        <translation>&amp;Emplacement du coffre</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Phrase &amp;secrète</translation>
    </message>
    <message>
        <source>Look around a sample record</source>
        <translation>Voir un dossier d’exemple</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>&amp;Montrer ce que je tape</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Make a new vault</source>
        <translation>Créer un nouveau coffre</translation>
    </message>
    <message>
        <source>Passphrase lost?</source>
        <translation>Phrase perdue&#xa0;?</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
</context>
<context>
    <name>ValueModel</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Range sent</source>
        <translation>Référence reçue</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Laboratory&apos;s reference range</source>
        <translation>Valeurs de référence du laboratoire</translation>
    </message>
    <message>
        <source>Laboratory&apos;s mark</source>
        <translation>Mention du laboratoire</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
</context>
<context>
    <name>VerificationPanel</name>
    <message>
        <source>Check the history</source>
        <translation>Vérifier l’historique</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>&amp;Mark on a receipt</source>
        <translation>&amp;Repère d’un reçu</translation>
    </message>
    <message>
        <source>With a receipt…</source>
        <translation>Avec un reçu…</translation>
    </message>
    <message>
        <source>Check with the receipt</source>
        <translation>Vérifier avec le reçu</translation>
    </message>
    <message>
        <source>Only a mark that a care professional or you hold elsewhere shows whether the whole vault was set back. If the history does not continue from it, all accesses end.</source>
        <translation>Seul un repère gardé ailleurs, par un soignant ou par vous, montre si le coffre entier a été remplacé par un plus ancien. Si l’historique ne continue pas depuis ce repère, tous les accès prennent fin.</translation>
    </message>
    <message>
        <source>Checking: %1 %…</source>
        <translation>Vérification&#xa0;:&#xa0;%1&#xa0;%…</translation>
    </message>
    <message>
        <source>Not checked since the vault was opened.</source>
        <translation>Pas vérifié depuis l’ouverture du coffre.</translation>
    </message>
    <message>
        <source>Checked %1: unbroken, every line follows from the one before.</source>
        <translation>Vérifié %1&#xa0;: intact, chaque ligne suit la précédente.</translation>
    </message>
    <message>
        <source>Checked %1: the history was changed from outside, from its first line on. None of it is sure.</source>
        <translation>Vérifié&#xa0;%1&#xa0;: l’historique a été changé de l’extérieur, dès sa première ligne. Rien n’y est sûr.</translation>
    </message>
    <message>
        <source>Checked %1: the history was changed from outside. Line %2 is not what was written, or is missing; what came after %3 is not sure, and shown paler.</source>
        <translation>Vérifié&#xa0;%1&#xa0;: l’historique a été changé de l’extérieur. La ligne&#xa0;%2 n’est plus celle qui fut écrite, ou manque&#xa0;; ce qui vient après le&#xa0;%3 n’est pas sûr, et s’affiche plus pâle.</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>aujourd’hui à&#xa0;%1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>le&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Changed on %1:</source>
        <translation>Modifié le %1&#xa0;:</translation>
    </message>
    <message>
        <source>nothing that is shown here</source>
        <translation>rien de ce qui est affiché ici</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s) besides.</source>
        <translation>
            <numerusform>%n version plus ancienne en plus.</numerusform>
            <numerusform>%n versions plus anciennes en plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}&#xa0;: {old} → {new}</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>laboratory&apos;s reference range</source>
        <translation>valeurs de référence du laboratoire</translation>
    </message>
    <message>
        <source>status</source>
        <translation>statut</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>note</source>
        <translation>remarque</translation>
    </message>
</context>
<context>
    <name>WaitingModel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Mis de côté</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>Write the period as day/month/year, month/year or year.</source>
        <translation>Écrivez la période comme jour/mois/année, mois/année ou année.</translation>
    </message>
    <message>
        <source>What is shared</source>
        <translation>Ce qui est partagé</translation>
    </message>
    <message>
        <source>From which time</source>
        <translation>De quelle période</translation>
    </message>
    <message>
        <source>Sensitive topics left out</source>
        <translation>Sujets sensibles laissés en dehors</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Sur vous</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>None: single items only</source>
        <translation>Rien&#xa0;: un à un seulement</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>D&amp;u</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>A&amp;u</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>jour/mois/année</translation>
    </message>
    <message>
        <source>Illnesses, allergies, treatments and vaccines of any date</source>
        <translation>Maladies, allergies, traitements et vaccins, quelle que soit la date</translation>
    </message>
    <message>
        <source>This care professional deals with: %1. These items stay out unless you share them.</source>
        <translation>Ce soignant s’occupe de&#xa0;: %1. Ces éléments restent chez vous, sauf si vous les partagez.</translation>
    </message>
    <message>
        <source>Share them too</source>
        <translation>Les partager aussi</translation>
    </message>
    <message>
        <source>Ticked topics stay with you. What is kept private stays with you in any case.</source>
        <translation>Les sujets cochés restent chez vous. Ce que vous gardez pour vous reste chez vous de toute façon.</translation>
    </message>
    <message>
        <source>No item has a sensitive topic. What is kept private stays with you in any case.</source>
        <translation>Aucun élément n’a de sujet sensible. Ce que vous gardez pour vous reste chez vous de toute façon.</translation>
    </message>
    <message>
        <source>Name, date of birth and sex are always shared. These are left out unless you tick them.</source>
        <translation>Nom, date de naissance et sexe sont toujours partagés. Le reste est laissé en dehors, sauf si vous le cochez.</translation>
    </message>
    <message>
        <source>National number</source>
        <translation>Numéro national</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Telephone and e-mail</source>
        <translation>Téléphone et courriel</translation>
    </message>
</context>
<context>
    <name>WhoIsWhoPanel</name>
    <message>
        <source>Whose is it?</source>
        <translation>C’est à qui&#xa0;?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>To check later</source>
        <translation>À vérifier plus tard</translation>
    </message>
    <message>
        <source>This document bears another name or another date of birth. Former name, usual name, misspelling?</source>
        <translation>Ce document porte un autre nom ou une autre date de naissance. Ancien nom, nom d’usage, faute de frappe&#xa0;?</translation>
    </message>
    <message>
        <source>Say who each patient of this file is.</source>
        <translation>Dites qui est chaque patient de ce fichier.</translation>
    </message>
    <message>
        <source>This file names nobody. Say whose record it belongs to.</source>
        <translation>Ce fichier ne nomme personne. Dites à quel dossier il appartient.</translation>
    </message>
    <message>
        <source>This is %1</source>
        <translation>C’est bien %1</translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
    <message>
        <source>Another person: %1</source>
        <translation>Autre personne&#xa0;: %1</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser en dehors</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>Say to whom you give access.</source>
        <translation>Dites à qui vous donnez cet accès.</translation>
    </message>
    <message>
        <source>The record is still empty: there is nothing to share.</source>
        <translation>Le dossier est encore vide&#xa0;: il n’y a rien à partager.</translation>
    </message>
    <message>
        <source>To whom, and why</source>
        <translation>À qui, et pourquoi</translation>
    </message>
    <message>
        <source>&amp;Care professional</source>
        <translation>&amp;Soignant</translation>
    </message>
    <message>
        <source>What &amp;for</source>
        <translation>Pour &amp;quoi&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Whose record</source>
        <translation>&amp;Dossier de</translation>
    </message>
    <message>
        <source>&amp;Reason, in your own words</source>
        <translation>&amp;Raison, avec vos mots</translation>
    </message>
    <message>
        <source>Someone new…</source>
        <translation>Quelqu’un d’autre…</translation>
    </message>
    <message>
        <source>for example: preparing the consultation of May</source>
        <translation>par exemple&#xa0;: préparer la consultation de mai</translation>
    </message>
    <message>
        <source>The care professional will read the reason. It may stay empty.</source>
        <translation>Le soignant lira la raison. Elle peut rester vide.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The date is right</source>
        <translation>La date est bonne</translation>
    </message>
    <message>
        <source>Carnet made a mistake here. What was saved before is safe. Lock the vault and open it again.</source>
        <translation>Carnet a fait une erreur ici. Ce qui était enregistré est en sûreté. Fermez le coffre à clé et rouvrez-le.</translation>
    </message>
</context>
<context>
    <name>Withdrawal</name>
    <message>
        <source>This access has no way back: whoever has the file and its words can still read it.</source>
        <translation>Cet accès est sans retour&#xa0;: qui a le fichier et ses mots peut toujours le lire.</translation>
    </message>
    <message>
        <source>No code and no card has been given. If you withdraw the access, this file stays closed, even copied.</source>
        <translation>Aucun code ni carte n’a été donné. Si vous retirez l’accès, ce fichier restera fermé, même copié.</translation>
    </message>
    <message>
        <source>A code was given on %1. Carnet will give no more. What was read, printed or copied cannot be erased.</source>
        <translation>Un code a été donné le %1. Carnet n’en donnera plus. Ce qui a été lu, imprimé ou copié ne peut pas être effacé.</translation>
    </message>
    <message>
        <source>The printed card still opens the file. Take it back or destroy it; a photo of the card is enough to open it too.</source>
        <translation>La carte imprimée ouvre toujours le fichier. Reprenez-la ou détruisez-la&#xa0;; une photo de la carte suffit aussi à ouvrir.</translation>
    </message>
    <message>
        <source>You took the card back or destroyed it on %1. The file stays closed, unless somebody kept a photo of the card. What was read, printed or copied cannot be erased.</source>
        <translation>Vous avez repris ou détruit la carte le %1. Le fichier reste fermé, sauf si quelqu’un a gardé une photo de la carte. Ce qui a été lu, imprimé ou copié ne peut pas être effacé.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>An item needs a title.</source>
        <translation>Il faut un titre.</translation>
    </message>
    <message>
        <source>Say whose record this is.</source>
        <translation>Dites de qui est ce dossier.</translation>
    </message>
    <message>
        <source>Item corrected.</source>
        <translation>Élément corrigé.</translation>
    </message>
    <message>
        <source>Item written.</source>
        <translation>Élément écrit.</translation>
    </message>
</context>
<context>
    <name>_GuessPanel</name>
    <message numerus="yes">
        <source>Keep it to myself too</source>
        <translation>
            <numerusform>La garder aussi pour moi</numerusform>
            <numerusform>Les garder aussi pour moi</numerusform>
        </translation>
    </message>
    <message>
        <source>Share all the same</source>
        <translation>Partager quand même</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Consultation card</source>
        <translation>Carte de consultation</translation>
    </message>
    <message>
        <source>This card alone opens nothing: the file is needed too.</source>
        <translation>Cette carte seule n’ouvre rien&#xa0;: il faut aussi le fichier.</translation>
    </message>
    <message>
        <source>Access meant until {date}</source>
        <translation>Accès prévu jusqu’au {date}</translation>
    </message>
    <message>
        <source>Afterwards: the patient takes this card back, or it is destroyed. It goes on opening the file for as long as it exists; a photograph of it is enough.</source>
        <translation>Ensuite&#xa0;: le patient reprend cette carte, ou elle est détruite. Elle ouvre le fichier tant qu’elle existe&#xa0;; une photo de la carte suffit aussi.</translation>
    </message>
    <message>
        <source>Excerpt chosen by the patient. Other items may exist.</source>
        <translation>Extrait choisi par le patient. D’autres éléments peuvent exister.</translation>
    </message>
    <message>
        <source>Open the file you were given in any browser. There is nothing to install.</source>
        <translation>Ouvrez le fichier reçu dans n’importe quel navigateur. Il n’y a rien à installer.</translation>
    </message>
    <message>
        <source>Type the 24 characters above, or scan the square with a code reader.</source>
        <translation>Tapez les 24 caractères ci-dessus, ou lisez le carré avec un lecteur de codes.</translation>
    </message>
    <message>
        <source>Read. The page opens without a network and sends nothing.</source>
        <translation>Lisez. La page s’ouvre sans réseau et n’envoie rien.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Of this person (id or name).</source>
        <translation>De cette personne (identifiant ou nom).</translation>
    </message>
    <message>
        <source>From this date on (or this long ago, as P1Y).</source>
        <translation>À partir de cette date (ou d’il y a tant, comme P1Y).</translation>
    </message>
    <message>
        <source>Up to this date (or this long ago, as P7D).</source>
        <translation>Jusqu’à cette date (ou il y a tant, comme P7D).</translation>
    </message>
    <message>
        <source>Answer with one JSON document.</source>
        <translation>Répondre par un document JSON.</translation>
    </message>
    <message>
        <source>Read the vault&apos;s passphrase from this file (- for standard input).</source>
        <translation>Lire la phrase secrète du coffre dans ce fichier (- pour l’entrée standard).</translation>
    </message>
    <message>
        <source>Language of the messages.</source>
        <translation>Langue des messages.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Afficher cette aide.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left half done.</source>
        <translation>Arrêté. Rien n’est resté à moitié fait.</translation>
    </message>
    <message>
        <source>Carnet has met a fault of its own. What was finished is kept.</source>
        <translation>Carnet a rencontré un défaut qui lui est propre. Ce qui était terminé est conservé.</translation>
    </message>
    <message>
        <source>Write the completion script of a shell: eval &quot;$(phr completion bash)&quot;.</source>
        <translation>Écrire le script de complétion d’un shell&#xa0;: eval &quot;$(phr completion bash)&quot;.</translation>
    </message>
    <message>
        <source>Write an item of your own.</source>
        <translation>Écrire un élément vous-même.</translation>
    </message>
    <message>
        <source>Year, month, day, instant or start/end.</source>
        <translation>Année, mois, jour, instant ou début/fin.</translation>
    </message>
    <message>
        <source>Correct an item; what it said before is kept.</source>
        <translation>Corriger un élément&#xa0;; ce qui était écrit avant est conservé.</translation>
    </message>
    <message>
        <source>Of an item you wrote yourself.</source>
        <translation>D’un élément que vous avez écrit.</translation>
    </message>
    <message>
        <source>Say what to change: --title, --date, --value, --unit or --note.</source>
        <translation>Dites ce qui change&#xa0;: --title, --date, --value, --unit ou --note.</translation>
    </message>
    <message>
        <source>Keep items private: no access takes them along.</source>
        <translation>Garder des éléments pour soi&#xa0;: aucun accès ne les emporte.</translation>
    </message>
    <message>
        <source>Stop keeping items private.</source>
        <translation>Ne plus garder des éléments pour soi.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) kept private.</source>
        <translation>
            <numerusform>%n élément gardé pour vous.</numerusform>
            <numerusform>%n éléments gardés pour vous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) no longer kept private.</source>
        <translation>
            <numerusform>%n élément n’est plus gardé pour vous.</numerusform>
            <numerusform>%n éléments ne sont plus gardés pour vous.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete items for good, with what they said before.</source>
        <translation>Supprimer définitivement des éléments, avec ce qui y était écrit avant.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted from this vault.</source>
        <translation>
            <numerusform>%n élément supprimé de ce coffre.</numerusform>
            <numerusform>%n éléments supprimés de ce coffre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Traces are still being cleared: open the vault once more to finish.</source>
        <translation>Des traces restent à nettoyer&#xa0;: rouvrez le coffre une fois pour finir.</translation>
    </message>
    <message>
        <source>Backups and copies made earlier may still hold them.</source>
        <translation>Les sauvegardes et les copies faites avant peuvent encore les contenir.</translation>
    </message>
    <message>
        <source>Put sensitive topics on an item, or take them off.</source>
        <translation>Marquer un élément de sujets sensibles, ou les retirer.</translation>
    </message>
    <message>
        <source>Take these topics off.</source>
        <translation>Retirer ces sujets.</translation>
    </message>
    <message>
        <source>Write everything of everyone, what is kept private too, as it came. It is not encrypted.</source>
        <translation>Écrire tout, de tout le monde, ce qui est gardé pour soi compris, tel que reçu. Ce n’est pas chiffré.</translation>
    </message>
    <message>
        <source>FHIR R4, to this file (- for standard output).</source>
        <translation>FHIR R4, dans ce fichier (- pour la sortie standard).</translation>
    </message>
    <message>
        <source>Give a care professional access to what you choose.</source>
        <translation>Donner à un soignant accès à ce que vous choisissez.</translation>
    </message>
    <message>
        <source>Make a protected file for a care professional.</source>
        <translation>Faire un fichier protégé pour un soignant.</translation>
    </message>
    <message>
        <source>When the access ends: a day, an instant, or a duration such as P7D.</source>
        <translation>Fin d’accès&#xa0;: un jour, un instant, ou une durée comme P7D.</translation>
    </message>
    <message>
        <source>When it begins.</source>
        <translation>Quand il commence.</translation>
    </message>
    <message>
        <source>How many openings may be allowed.</source>
        <translation>Combien d’ouvertures pourront être autorisées.</translation>
    </message>
    <message>
        <source>A printed card, a code for each opening, or words that cannot be taken back.</source>
        <translation>Une carte imprimée, un code à chaque ouverture, ou des mots sans retour possible.</translation>
    </message>
    <message>
        <source>Why, in your own words; the reader sees it.</source>
        <translation>Pourquoi, avec vos mots&#xa0;; le soignant le verra.</translation>
    </message>
    <message>
        <source>Language of the words.</source>
        <translation>Langue des mots.</translation>
    </message>
    <message>
        <source>Folder for the protected file.</source>
        <translation>Dossier où mettre le fichier protégé.</translation>
    </message>
    <message>
        <source>Say for whom: --to with a care professional.</source>
        <translation>Dites pour qui&#xa0;: --to avec un soignant.</translation>
    </message>
    <message>
        <source>Print the consultation card: this is what opens the file.</source>
        <translation>Imprimer la carte de consultation&#xa0;: c’est elle qui ouvre le fichier.</translation>
    </message>
    <message>
        <source>List exactly what a protected file would hold.</source>
        <translation>Lister exactement ce que contiendrait un fichier protégé.</translation>
    </message>
    <message>
        <source>List the accesses, ended ones too.</source>
        <translation>Lister les accès, terminés compris.</translation>
    </message>
    <message>
        <source>Show the history: what this program knows was done.</source>
        <translation>Afficher l’historique&#xa0;: ce que ce programme sait avoir été fait.</translation>
    </message>
    <message>
        <source>Only of this access.</source>
        <translation>De cet accès seulement.</translation>
    </message>
    <message>
        <source>Check that it was not rewritten.</source>
        <translation>Vérifier qu’il n’a pas été réécrit.</translation>
    </message>
    <message>
        <source>The history does not hold together: line {line} was changed by something else, or is missing.</source>
        <translation>L’historique ne se tient pas&#xa0;: la ligne {line} a été modifiée par autre chose que Carnet, ou manque.</translation>
    </message>
    <message>
        <source>Do not ask, do it.</source>
        <translation>Ne pas demander, faire.</translation>
    </message>
    <message>
        <source>Write down that the card was taken back or destroyed.</source>
        <translation>Noter que la carte a été reprise ou détruite.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s) for good, with what was there before?</source>
        <translation>
            <numerusform>Supprimer définitivement %n élément, avec ce qui y était écrit avant&#xa0;?</numerusform>
            <numerusform>Supprimer définitivement %n éléments, avec ce qui y était écrit avant&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>--json and the export itself cannot both go to standard output.</source>
        <translation>--json et l’export lui-même ne peuvent pas aller tous deux vers la sortie standard.</translation>
    </message>
    <message>
        <source>Written to {file}. It is not encrypted: whoever finds it reads it.</source>
        <translation>Écrit dans {file}. Ce n’est pas chiffré&#xa0;: qui le trouve le lit.</translation>
    </message>
    <message>
        <source>This access cannot be withdrawn. Whoever has this file and the six words can read it, today and in ten years. The end date changes nothing about that.</source>
        <translation>Cet accès ne pourra pas être retiré. Toute personne ayant ce fichier et les six mots pourra le lire, aujourd’hui comme dans dix ans. La date de fin n’y changera rien.</translation>
    </message>
    <message>
        <source>Go on, with no way back?</source>
        <translation>Continuer sans retour&#xa0;?</translation>
    </message>
    <message>
        <source>Share all the same?</source>
        <translation>Partager quand même&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) in this protected file.</source>
        <translation>
            <numerusform>%n élément dans ce fichier protégé.</numerusform>
            <numerusform>%n éléments dans ce fichier protégé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Reading page</source>
        <translation>Page de lecture</translation>
    </message>
    <message>
        <source>Protected file</source>
        <translation>Fichier protégé</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Access ends</source>
        <translation>Fin d’accès</translation>
    </message>
    <message>
        <source>The page is large: hand over the .phr file and reader.html instead.</source>
        <translation>La page est lourde&#xa0;: remettez plutôt le fichier .phr et reader.html.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out, because they also tell what is kept private. Name them with --entry to share them.</source>
        <translation>
            <numerusform>%n document laissé en dehors, parce qu’il dit aussi ce que vous gardez pour vous. Nommez-le avec --entry pour le partager.</numerusform>
            <numerusform>%n documents laissés en dehors, parce qu’ils disent aussi ce que vous gardez pour vous. Nommez-les avec --entry pour les partager.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the sharing receipt too, to this file.</source>
        <translation>Écrire aussi le reçu de partage, dans ce fichier.</translation>
    </message>
    <message>
        <source>--forget: there is no such number in the list.</source>
        <translation>--forget&#xa0;: ce numéro n’est pas dans la liste.</translation>
    </message>
    <message>
        <source>List what you said about the columns of tables (import --columns), or forget it.</source>
        <translation>Lister ce que vous avez dit des colonnes de vos tableaux (import --columns), ou l’oublier.</translation>
    </message>
    <message>
        <source>No longer read tables with these headings so.</source>
        <translation>Ne plus lire ainsi les tableaux qui ont ces en-têtes.</translation>
    </message>
    <message>
        <source>Why you come, in your own words; it is read first.</source>
        <translation>Pourquoi vous venez, avec vos mots&#xa0;; c’est lu en premier.</translation>
    </message>
    <message>
        <source>A question to ask; three at most.</source>
        <translation>Une question à poser&#xa0;; trois au plus.</translation>
    </message>
    <message>
        <source>Say what is new or changed in it since they were last given an access.</source>
        <translation>Dire ce qui y est nouveau ou modifié depuis le dernier accès donné à ce soignant.</translation>
    </message>
    <message>
        <source>Nothing was given to this care professional before.</source>
        <translation>Rien n’a encore été donné à ce soignant.</translation>
    </message>
    <message>
        <source>Since the last access: {new} new, {changed} changed.</source>
        <translation>Depuis le dernier accès&#xa0;: {new} nouveaux, {changed} modifiés.</translation>
    </message>
    <message>
        <source>Show the results that a document prints; none is taken before you confirm it.</source>
        <translation>Montrer les résultats imprimés dans un document&#xa0;; aucun n’est repris avant que vous le confirmiez.</translation>
    </message>
    <message>
        <source>already in the record</source>
        <translation>déjà dans le dossier</translation>
    </message>
    <message>
        <source>This document prints no result that Carnet can read.</source>
        <translation>Carnet ne sait lire aucun résultat dans ce document.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Date of the results: %1.</source>
        <translation>Date des résultats&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Recognised text, may hold mistakes: compare with the picture.</source>
        <translation>Texte reconnu, peut contenir des fautes&#xa0;: comparez avec l’image.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood and left out.</source>
        <translation>
            <numerusform>%n ligne non comprise, laissée de côté.</numerusform>
            <numerusform>%n lignes non comprises, laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which: the numbers of proposals, or --all.</source>
        <translation>Dites lesquels&#xa0;: les numéros des propositions, ou --all.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in the record.</source>
        <translation>
            <numerusform>%n résultat dans le dossier.</numerusform>
            <numerusform>%n résultats dans le dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put results of a document into the record, once you have compared them with it.</source>
        <translation>Mettre des résultats d’un document dans le dossier, une fois comparés avec lui.</translation>
    </message>
    <message>
        <source>All that the document offers.</source>
        <translation>Tous ceux que le document propose.</translation>
    </message>
    <message>
        <source>When the samples were taken, if the document does not say.</source>
        <translation>Date du prélèvement, si le document ne la dit pas.</translation>
    </message>
    <message>
        <source>Show the text recognised in a picture or scan; it may hold mistakes.</source>
        <translation>Montrer le texte reconnu dans une image ou un document numérisé&#xa0;; il peut contenir des fautes.</translation>
    </message>
    <message>
        <source>Items with the topic {topic} stay out. To share them: --with-label {topic}</source>
        <translation>Les éléments du sujet {topic} restent chez vous. Pour les partager&#xa0;: --with-label {topic}</translation>
    </message>
    <message>
        <source>Sharing receipt</source>
        <translation>Reçu de partage</translation>
    </message>
    <message>
        <source>--columns needs a file that can be read twice.</source>
        <translation>--columns demande un fichier qui puisse être lu deux fois.</translation>
    </message>
    <message>
        <source>The file and the passphrase cannot both come from standard input.</source>
        <translation>Le fichier et la phrase secrète ne peuvent pas venir tous deux de l’entrée standard.</translation>
    </message>
    <message>
        <source>Take files in: FHIR (JSON, NDJSON, XML), PDF, images, text.</source>
        <translation>Importer des fichiers&#xa0;: FHIR (JSON, NDJSON, XML), PDF, images, texte.</translation>
    </message>
    <message>
        <source>Whose it is: id, name or new name; PATIENT=WHO (repeatable) for a patient of the file; or each: everybody of the file is somebody of their own.</source>
        <translation>À qui c’est&#xa0;: identifiant, nom ou nouveau nom&#xa0;; PATIENT=QUI (répétable) pour un patient du fichier&#xa0;; ou each&#xa0;: chacun dans le fichier est quelqu’un à part.</translation>
    </message>
    <message>
        <source>What the columns of a table hold, remembered for files with the same headings: 1=date,2=time,3=value:weight:kg,4=note; also unit, measure, value, date:dmy, date:mdy.</source>
        <translation>Ce que contiennent les colonnes d’un tableau, retenu pour les fichiers qui ont les mêmes en-têtes&#xa0;: 1=date,2=time,3=value:poids:kg,4=note&#xa0;; aussi unit, measure, value, date:dmy, date:mdy.</translation>
    </message>
    <message>
        <source>--person: one person, or PATIENT=WHO as often as needed.</source>
        <translation>--person&#xa0;: une personne, ou PATIENT=QUI autant de fois qu’il faut.</translation>
    </message>
    <message>
        <source>--columns: a number and a role for each, as in 1=date,3=value:weight:kg.</source>
        <translation>--columns&#xa0;: un numéro et un rôle pour chacune, comme 1=date,3=value:poids:kg.</translation>
    </message>
    <message>
        <source>In the file:</source>
        <translation>Dans le fichier&#xa0;:</translation>
    </message>
    <message>
        <source>In the vault:</source>
        <translation>Dans le coffre&#xa0;:</translation>
    </message>
    <message>
        <source>A new name makes a new person; --person each makes one of everybody.</source>
        <translation>Un nouveau nom crée une personne&#xa0;; --person each en crée une pour chacun.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajoutés</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>mis à jour</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangés</translation>
    </message>
    <message>
        <source>only kept</source>
        <translation>seulement gardés</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusés</translation>
    </message>
    <message>
        <source>Ask for one thing at a time: the lines, --check-head or --export.</source>
        <translation>Demandez une chose à la fois&#xa0;: les lignes, --check-head ou --export.</translation>
    </message>
    <message>
        <source>Check that the history continues the one that a receipt or a package was made from. If it does not, all accesses end.</source>
        <translation>Vérifier que l’historique continue celui d’où vient un reçu ou un fichier protégé. Sinon, tous les accès prennent fin.</translation>
    </message>
    <message>
        <source>Write all of it, with its signed head, to be checked without Carnet.</source>
        <translation>L’écrire en entier, avec sa fin signée, pour le vérifier sans Carnet.</translation>
    </message>
    <message>
        <source>CSV, FHIR R4 (json) or pages to print; without this, by the file&apos;s ending.</source>
        <translation>CSV, FHIR R4 (json) ou pages à imprimer&#xa0;; sinon, d’après la fin du nom du fichier.</translation>
    </message>
    <message>
        <source>Say in which --format, or let the file end in one.</source>
        <translation>Dites le --format, ou donnez au fichier l’une de ces fins.</translation>
    </message>
    <message>
        <source>The history holds together.</source>
        <translation>L’historique se tient.</translation>
    </message>
    <message>
        <source>Standard input is for the code: name a file for the words.</source>
        <translation>L’entrée standard sert au code&#xa0;: nommez un fichier pour les mots.</translation>
    </message>
    <message>
        <source>Words: </source>
        <translation>Mots&#xa0;: </translation>
    </message>
    <message>
        <source>Open a protected file that you were given.</source>
        <translation>Ouvrir un fichier protégé que vous avez reçu.</translation>
    </message>
    <message>
        <source>Read the words from this file instead of asking for them.</source>
        <translation>Lire les mots dans ce fichier au lieu de les demander.</translation>
    </message>
    <message>
        <source>Write the FHIR Bundle here.</source>
        <translation>Écrire le Bundle FHIR ici.</translation>
    </message>
    <message>
        <source>Code: </source>
        <translation>Code&#xa0;: </translation>
    </message>
    <message>
        <source>Paper cannot be taken back. The pages are written as a file that is not protected: print it, then delete it.</source>
        <translation>Le papier ne peut pas être repris. Les pages sont écrites dans un fichier non protégé&#xa0;: imprimez-le, puis supprimez-le.</translation>
    </message>
    <message>
        <source>Set what you choose on pages to print. They are handed over for good.</source>
        <translation>Mettre ce que vous choisissez sur des pages à imprimer. Elles sont remises sans retour.</translation>
    </message>
    <message>
        <source>This access cannot be withdrawn. Whoever has this PDF and the six words can read it, today and in ten years.</source>
        <translation>Cet accès ne pourra pas être retiré. Toute personne ayant ce PDF et les six mots pourra le lire, aujourd’hui comme dans dix ans.</translation>
    </message>
    <message>
        <source>Locked PDF</source>
        <translation>PDF fermé à clé</translation>
    </message>
    <message>
        <source>Make a PDF locked with six words, where nothing else gets through. No way back.</source>
        <translation>Faire un PDF fermé par six mots, là où rien d’autre ne passe. Sans retour.</translation>
    </message>
    <message>
        <source>Folder for the PDF.</source>
        <translation>Dossier pour le PDF.</translation>
    </message>
    <message>
        <source>Care professionals you share with.</source>
        <translation>Les soignants avec qui vous partagez.</translation>
    </message>
    <message>
        <source>A care professional has a name.</source>
        <translation>Un soignant a un nom.</translation>
    </message>
    <message>
        <source>Add a care professional.</source>
        <translation>Ajouter un soignant.</translation>
    </message>
    <message>
        <source>Their number in the French directory (11 digits).</source>
        <translation>Son numéro RPPS (11 chiffres).</translation>
    </message>
    <message>
        <source>List the care professionals.</source>
        <translation>Lister les soignants.</translation>
    </message>
    <message>
        <source>Treatments or allergies stay out.</source>
        <translation>Des traitements ou des allergies ne sont pas partagés.</translation>
    </message>
    <message>
        <source>Carnet keeps your health record encrypted on this computer, and lets you share what you choose, with whom you choose, until when you choose. It stores and hands over; it does not interpret.</source>
        <translation>Carnet garde votre dossier de santé chiffré sur cet ordinateur, et vous laisse partager ce que vous voulez, avec qui vous voulez, jusqu’à quand vous voulez. Il range, protège et transmet vos documents de santé&#xa0;; il ne les interprète pas.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Afficher la version.</translation>
    </message>
    <message>
        <source>Write the sharing receipt: what was given, to whom, until when, and what cannot be taken back.</source>
        <translation>Écrire le reçu de partage&#xa0;: ce qui a été donné, à qui, jusqu’à quand, et ce qui ne peut pas être repris.</translation>
    </message>
    <message>
        <source>As a FHIR R4 Consent too, to this file.</source>
        <translation>Aussi comme Consent FHIR R4, dans ce fichier.</translation>
    </message>
    <message>
        <source>first only</source>
        <translation>premier seul</translation>
    </message>
    <message>
        <source>second only</source>
        <translation>second seul</translation>
    </message>
    <message>
        <source>both</source>
        <translation>les deux</translation>
    </message>
    <message>
        <source>List the people whose record this vault keeps.</source>
        <translation>Lister les personnes dont ce coffre garde le dossier.</translation>
    </message>
    <message>
        <source>List the items of the record, newest first.</source>
        <translation>Lister les éléments du dossier, les plus récents d’abord.</translation>
    </message>
    <message>
        <source>Only this kind.</source>
        <translation>De ce type seulement.</translation>
    </message>
    <message>
        <source>Words, or beginnings of words.</source>
        <translation>Des mots, ou des débuts de mots.</translation>
    </message>
    <message>
        <source>Only with this sensitive topic.</source>
        <translation>Avec ce sujet sensible seulement.</translation>
    </message>
    <message>
        <source>Those kept private too.</source>
        <translation>Ceux gardés pour soi aussi.</translation>
    </message>
    <message>
        <source>Go on after an earlier answer.</source>
        <translation>Continuer après une réponse précédente.</translation>
    </message>
    <message>
        <source>There is more: go on with --after {cursor}</source>
        <translation>Il y en a d’autres&#xa0;: continuez avec --after {cursor}</translation>
    </message>
    <message>
        <source>private</source>
        <translation>gardé pour moi</translation>
    </message>
    <message>
        <source>Given to {name} on {at} (access {grant}, {state})</source>
        <translation>Remis à {name} le {at} (accès {grant}, {state})</translation>
    </message>
    <message>
        <source>Show an item in full, with what it said before.</source>
        <translation>Afficher un élément en entier, avec ce qui y était écrit avant.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Let the former access run on beside the new one.</source>
        <translation>Laisser l’accès précédent en cours à côté du nouveau.</translation>
    </message>
    <message>
        <source>Say until when: --until.</source>
        <translation>Dites jusqu’à quand&#xa0;: --until.</translation>
    </message>
    <message>
        <source>Give an access anew, with what changed in the record since; the former one ends.</source>
        <translation>Donner de nouveau un accès, avec ce qui a changé dans le dossier&#xa0;; le précédent prend fin.</translation>
    </message>
    <message>
        <source>Give an access anew with less in it; the former one ends.</source>
        <translation>Donner de nouveau un accès avec moins d’éléments&#xa0;; le précédent prend fin.</translation>
    </message>
    <message>
        <source>The care professional stays the same: --to takes a date here.</source>
        <translation>Le soignant reste le même&#xa0;: ici, --to prend une date.</translation>
    </message>
    <message>
        <source>Give this access?</source>
        <translation>Donner cet accès&#xa0;?</translation>
    </message>
    <message>
        <source>The former access ends.</source>
        <translation>L’accès précédent prend fin.</translation>
    </message>
    <message>
        <source>Nothing has changed since: the same items leave.</source>
        <translation>Rien n’a changé depuis&#xa0;: les mêmes éléments partent.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) given before are deleted from the record since.</source>
        <translation>
            <numerusform>%n élément donné avant a été supprimé du dossier depuis.</numerusform>
            <numerusform>%n éléments donnés avant ont été supprimés du dossier depuis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) that you keep private leave again, because you named them one by one.</source>
        <translation>
            <numerusform>%n élément que vous gardez pour vous part de nouveau, parce que vous l’aviez désigné.</numerusform>
            <numerusform>%n éléments que vous gardez pour vous partent de nouveau, parce que vous les aviez désignés.</numerusform>
        </translation>
    </message>
    <message>
        <source>This passphrase is easy to guess: several words that do not go together are better.</source>
        <translation>Cette phrase secrète est facile à deviner&#xa0;: plusieurs mots sans rapport entre eux valent mieux.</translation>
    </message>
    <message numerus="yes">
        <source>Changed %n time(s); what it said before is kept.</source>
        <translation>
            <numerusform>Modifié %n fois&#xa0;; ce qui était écrit avant est conservé.</numerusform>
            <numerusform>Modifié %n fois&#xa0;; ce qui était écrit avant est conservé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) closed for now.</source>
        <translation>
            <numerusform>%n élément fermé pour l’instant.</numerusform>
            <numerusform>%n éléments fermés pour l’instant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep items closed for now: lists show their kind and date only.</source>
        <translation>Laisser des éléments fermés pour l’instant&#xa0;: les listes n’en montrent que le type et la date.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) opened.</source>
        <translation>
            <numerusform>%n élément ouvert.</numerusform>
            <numerusform>%n éléments ouverts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open items that were closed for now.</source>
        <translation>Ouvrir des éléments fermés pour l’instant.</translation>
    </message>
    <message>
        <source>No text was recognised in this document.</source>
        <translation>Aucun texte n’a été reconnu dans ce document.</translation>
    </message>
    <message>
        <source>Files put aside to be checked later.</source>
        <translation>Fichiers mis de côté, à vérifier plus tard.</translation>
    </message>
    <message>
        <source>List the files that wait to be checked.</source>
        <translation>Lister les fichiers à vérifier.</translation>
    </message>
    <message>
        <source>Put files aside, encrypted, without making them part of the record.</source>
        <translation>Mettre des fichiers de côté, chiffrés, sans les ajouter au dossier.</translation>
    </message>
    <message>
        <source>Why they are to be checked.</source>
        <translation>Pourquoi ils sont à vérifier.</translation>
    </message>
    <message>
        <source>Tell what taking this file in would do; nothing is saved.</source>
        <translation>Dire ce que donnerait l’ajout de ce fichier&#xa0;; rien n’est enregistré.</translation>
    </message>
    <message>
        <source>Take a file in; it then waits no longer.</source>
        <translation>Ajouter un fichier au dossier&#xa0;; il n’est alors plus à vérifier.</translation>
    </message>
    <message>
        <source>Delete this file from the vault for good?</source>
        <translation>Supprimer définitivement ce fichier du coffre&#xa0;?</translation>
    </message>
    <message>
        <source>The file is deleted from this vault.</source>
        <translation>Le fichier est supprimé de ce coffre.</translation>
    </message>
    <message>
        <source>Delete a file that waits, for good.</source>
        <translation>Supprimer définitivement un fichier à vérifier.</translation>
    </message>
    <message>
        <source>--one-document takes files, and of the other options only --person.</source>
        <translation>--one-document prend des fichiers et, parmi les autres options, seulement --person.</translation>
    </message>
    <message>
        <source>--title, --date, --as-taken: with --one-document.</source>
        <translation>--title, --date, --as-taken&#xa0;: avec --one-document.</translation>
    </message>
    <message>
        <source>--without: the keys are those of one file, as --review gives them.</source>
        <translation>--without&#xa0;: les clés sont celles d’un seul fichier, telles que --review les donne.</translation>
    </message>
    <message>
        <source>--review saves and deletes nothing: give it alone.</source>
        <translation>--review n’enregistre et ne supprime rien&#xa0;: donnez-la seule.</translation>
    </message>
    <message>
        <source>To say what the columns of a table hold: --columns.</source>
        <translation>Pour dire ce que contiennent les colonnes d’un tableau&#xa0;: --columns.</translation>
    </message>
    <message>
        <source>Only tell what would be imported; nothing is saved.</source>
        <translation>Dire seulement ce qui serait importé&#xa0;; rien n’est enregistré.</translation>
    </message>
    <message>
        <source>Leave the results and letters of these files closed for now.</source>
        <translation>Laisser fermés pour l’instant les résultats et les lettres de ces fichiers.</translation>
    </message>
    <message>
        <source>Delete each file once it is in the vault. This is not shredding: the disk may keep it.</source>
        <translation>Supprimer chaque fichier une fois qu’il est dans le coffre. Ce n’est pas un effacement sûr&#xa0;: le disque peut le garder.</translation>
    </message>
    <message>
        <source>--columns: this does not fit the table&apos;s {count} columns, or lacks a date and something measured.</source>
        <translation>--columns&#xa0;: cela ne correspond pas aux {count} colonnes du tableau, ou il manque une date et une mesure.</translation>
    </message>
    <message>
        <source>What was imported still lies unencrypted where it was. --delete-originals deletes such files.</source>
        <translation>Les fichiers importés restent là où ils étaient, sans chiffrement. --delete-originals les supprime.</translation>
    </message>
    <message>
        <source>Originals deleted. The disk, backups and synchronised folders may keep them.</source>
        <translation>Originaux supprimés. Le disque, des sauvegardes et des dossiers synchronisés peuvent les garder.</translation>
    </message>
    <message>
        <source>Only of accesses to this person&apos;s record (id or name).</source>
        <translation>Seulement les accès au dossier de cette personne (identifiant ou nom).</translation>
    </message>
    <message>
        <source>Only of the accesses of this care professional (id or name).</source>
        <translation>Seulement les accès de ce soignant (identifiant ou nom).</translation>
    </message>
    <message>
        <source>Only what was done with this item, and the accesses that held it.</source>
        <translation>Seulement ce qui a été fait de cet élément, et les accès où il était.</translation>
    </message>
    <message>
        <source>Only what happened to this.</source>
        <translation>Seulement ce qui touche à cela.</translation>
    </message>
    <message>
        <source>List the other names of a person that you confirmed, or forget one. They stay in the vault.</source>
        <translation>Lister les autres noms d’une personne que vous avez confirmés, ou en oublier un. Ils ne quittent pas le coffre.</translation>
    </message>
    <message>
        <source>Ask again about this name.</source>
        <translation>Redemander pour ce nom.</translation>
    </message>
    <message>
        <source>It could not be shown on this screen.</source>
        <translation>L’extrait n’a pas pu être affiché sur cet écran.</translation>
    </message>
    <message>
        <source>The consultation is over.</source>
        <translation>La consultation est terminée.</translation>
    </message>
    <message>
        <source>Show what you choose on this screen. The passphrase is asked again at the end.</source>
        <translation>Montrer ce que vous choisissez sur cet écran. La phrase secrète est redemandée à la fin.</translation>
    </message>
    <message>
        <source>After how many minutes it goes off the screen.</source>
        <translation>Après combien de minutes l’écran se vide.</translation>
    </message>
    <message>
        <source>First name and last name.</source>
        <translation>Prénom et nom.</translation>
    </message>
    <message>
        <source>Add somebody to this vault, or correct who they are.</source>
        <translation>Ajouter quelqu’un à ce coffre, ou corriger son nom et sa date de naissance.</translation>
    </message>
    <message>
        <source>Add a person whose record this vault keeps.</source>
        <translation>Ajouter une personne dont ce coffre garde le dossier.</translation>
    </message>
    <message>
        <source>Correct a person&apos;s name, birth date or sex; items stay as they are.</source>
        <translation>Corriger le nom, la date de naissance ou le sexe d’une personne&#xa0;; les éléments restent comme ils sont.</translation>
    </message>
    <message>
        <source>A person has a name: give it with --name.</source>
        <translation>Une personne a un nom&#xa0;: donnez-le avec --name.</translation>
    </message>
    <message>
        <source>The files are photographs: make one document of them, in this order.</source>
        <translation>Les fichiers sont des photos&#xa0;: en faire un seul document, dans cet ordre.</translation>
    </message>
    <message>
        <source>Title of that document.</source>
        <translation>Titre de ce document.</translation>
    </message>
    <message>
        <source>Date of that document: year, month or day.</source>
        <translation>Date de ce document&#xa0;: année, mois ou jour.</translation>
    </message>
    <message>
        <source>Do not straighten the pages of that document.</source>
        <translation>Ne pas redresser les pages de ce document.</translation>
    </message>
    <message>
        <source>--one-document: give it a --title.</source>
        <translation>--one-document&#xa0;: donnez-lui un titre par --title.</translation>
    </message>
    <message numerus="yes">
        <source>One document of %n page(s).</source>
        <translation>
            <numerusform>Un document de %n page.</numerusform>
            <numerusform>Un document de %n pages.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures themselves are kept with it, and leave the vault only in exports.</source>
        <translation>Les photos elles-mêmes sont gardées avec lui, et ne quittent le coffre que dans les exports.</translation>
    </message>
    <message>
        <source>What was imported still lies unencrypted where it was.</source>
        <translation>Les fichiers importés restent là où ils étaient, sans chiffrement.</translation>
    </message>
    <message>
        <source>This document is in the record already.</source>
        <translation>Ce document est déjà dans le dossier.</translation>
    </message>
    <message>
        <source>List what two accesses or two care professionals hold.</source>
        <translation>Lister ce que détiennent deux accès ou deux soignants.</translation>
    </message>
    <message>
        <source>List everything that a protected file was ever made with, and for whom.</source>
        <translation>Lister tout ce qui est déjà parti dans un fichier protégé, et pour qui.</translation>
    </message>
    <message>
        <source>a deleted item</source>
        <translation>un élément supprimé</translation>
    </message>
    <message>
        <source>(closed)</source>
        <translation>(fermé)</translation>
    </message>
    <message>
        <source>This item is closed for now. phr unclose opens it.</source>
        <translation>Cet élément est fermé pour l’instant. phr unclose l’ouvre.</translation>
    </message>
    <message>
        <source>Also from {file} {author}</source>
        <translation>Aussi d’après {file} {author}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Laboratory&apos;s range</source>
        <translation>Valeurs de référence du laboratoire</translation>
    </message>
    <message>
        <source>Laboratory&apos;s flag</source>
        <translation>Mention du laboratoire</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Kept private</source>
        <translation>Gardé pour moi</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Sensitive topics</source>
        <translation>Sujets sensibles</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>D’où ça vient</translation>
    </message>
    <message>
        <source>written by yourself</source>
        <translation>écrit par vous</translation>
    </message>
    <message>
        <source>Whoever reads you this code has the file for {name} and the five words. Do you know who is asking?</source>
        <translation>Celui qui vous lit ce code a le fichier de {name} et les cinq mots. Savez-vous qui demande&#xa0;?</translation>
    </message>
    <message>
        <source>Allow an opening: answer the code a doctor reads to you.</source>
        <translation>Autoriser l’ouverture&#xa0;: répondre au code du médecin.</translation>
    </message>
    <message>
        <source>The last code has arrived: forget what made it.</source>
        <translation>Le dernier code est arrivé&#xa0;: oublier ce qui l’a fait.</translation>
    </message>
    <message>
        <source>Withdraw an access.</source>
        <translation>Retirer un accès.</translation>
    </message>
    <message>
        <source>Replies from those who opened a file you gave.</source>
        <translation>Les réponses de ceux qui ont ouvert un fichier que vous avez donné.</translation>
    </message>
    <message>
        <source>Take a reply in, closed.</source>
        <translation>Recevoir une réponse, fermée.</translation>
    </message>
    <message>
        <source>List the replies that wait to be opened.</source>
        <translation>Lister les réponses qui attendent d’être ouvertes.</translation>
    </message>
    <message>
        <source>Open a reply: it becomes items of the record.</source>
        <translation>Ouvrir une réponse&#xa0;: elle devient des éléments du dossier.</translation>
    </message>
    <message>
        <source>This reply will be deleted unopened, and cannot be taken in again. Go on?</source>
        <translation>Cette réponse sera supprimée sans être ouverte, et ne pourra plus être reçue. Continuer&#xa0;?</translation>
    </message>
    <message>
        <source>Delete a reply that waits, unopened.</source>
        <translation>Supprimer une réponse en attente sans l’ouvrir.</translation>
    </message>
    <message>
        <source>A reply waits, closed ({id}). It was written by somebody who opened the file given to {name}; who, it does not prove. Open it with: phr reply open VAULT {id}</source>
        <translation>Une réponse attend, fermée ({id}). Elle a été écrite par quelqu’un qui a ouvert le fichier donné à {name}&#xa0;; elle ne prouve pas qui. Pour l’ouvrir&#xa0;: phr reply open VAULT {id}</translation>
    </message>
    <message>
        <source>new person</source>
        <translation>nouvelle personne</translation>
    </message>
    <message numerus="yes">
        <source>%n more, counted only.</source>
        <translation>
            <numerusform>%n autre, seulement compté.</numerusform>
            <numerusform>%n autres, seulement comptés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The care professional (id or name); given again with a date: up to this date.</source>
        <translation>Le soignant (identifiant ou nom)&#xa0;; donné encore avec une date&#xa0;: jusqu’à cette date.</translation>
    </message>
    <message>
        <source>Begin with what is useful for this purpose; sensitive topics stay out unless named.</source>
        <translation>Commencer par ce qui est utile dans ce but&#xa0;; les sujets sensibles restent chez vous, sauf ceux que vous désignez.</translation>
    </message>
    <message>
        <source>Items of this kind.</source>
        <translation>Les éléments de ce type.</translation>
    </message>
    <message>
        <source>This item, even one kept private.</source>
        <translation>Cet élément, même gardé pour soi.</translation>
    </message>
    <message>
        <source>Not this item.</source>
        <translation>Pas cet élément.</translation>
    </message>
    <message>
        <source>Nothing with this sensitive topic.</source>
        <translation>Rien qui touche à ce sujet sensible.</translation>
    </message>
    <message>
        <source>Of the sensitive topics only this one, unless items are named.</source>
        <translation>Parmi les sujets sensibles, seulement celui-ci, sauf éléments désignés un par un.</translation>
    </message>
    <message>
        <source>Items of this kind however old, whatever the period.</source>
        <translation>Les éléments de ce type quelle que soit leur date, hors période aussi.</translation>
    </message>
    <message>
        <source>Share these too: the person&apos;s number, address, telephone and e-mail.</source>
        <translation>Partager aussi&#xa0;: le numéro de la personne, son adresse, son téléphone et son courriel.</translation>
    </message>
    <message>
        <source>--to takes one care professional and one date at most.</source>
        <translation>--to prend au plus un soignant et une date.</translation>
    </message>
    <message>
        <source>Move this record to a vault of its own? It leaves this one, and its running accesses end: they have to be given anew from the new vault.</source>
        <translation>Donner à ce dossier un coffre à lui&#xa0;? Il quitte celui-ci, et ses accès en cours prennent fin&#xa0;: il faudra les redonner depuis le nouveau coffre.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved.</source>
        <translation>
            <numerusform>%n élément déplacé.</numerusform>
            <numerusform>%n éléments déplacés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new vault is in {folder}</source>
        <translation>Le nouveau coffre est dans {folder}</translation>
    </message>
    <message numerus="yes">
        <source>%n access(es) ended: renew them there.</source>
        <translation>
            <numerusform>%n accès a pris fin&#xa0;: renouvelez-le là-bas.</numerusform>
            <numerusform>%n accès ont pris fin&#xa0;: renouvelez-les là-bas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stay here that are not known to be this person&apos;s.</source>
        <translation>
            <numerusform>%n fichier reste ici&#xa0;: le coffre ne sait pas à qui il est.</numerusform>
            <numerusform>%n fichiers restent ici&#xa0;: le coffre ne sait pas à qui ils sont.</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups and copies made earlier, and files, codes and cards already given, still hold this record: whoever has them can go on reading it.</source>
        <translation>Les sauvegardes et les copies d’avant, les fichiers, les codes et les cartes déjà donnés restent ce qu’ils sont&#xa0;: qui les a peut continuer à lire.</translation>
    </message>
    <message>
        <source>Move a person&apos;s record to a new vault with keys of its own.</source>
        <translation>Déplacer le dossier d’une personne dans un nouveau coffre, avec ses propres clés.</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Phrase secrète&#xa0;: </translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation>Nouvelle phrase secrète&#xa0;: </translation>
    </message>
    <message>
        <source>The same once more: </source>
        <translation>La même encore une fois&#xa0;: </translation>
    </message>
    <message>
        <source>Leave this out; the keys are those that a review gives.</source>
        <translation>Laisser ceci de côté&#xa0;; les clés sont celles que donne --review.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) were already here from another source.</source>
        <translation>
            <numerusform>%n résultat était déjà là, d’une autre source.</numerusform>
            <numerusform>%n résultats étaient déjà là, d’une autre source.</numerusform>
        </translation>
    </message>
    <message>
        <source>Create a vault in a new or empty folder.</source>
        <translation>Créer un coffre dans un dossier nouveau ou vide.</translation>
    </message>
    <message>
        <source>Vault created in {folder}</source>
        <translation>Coffre créé dans {folder}</translation>
    </message>
    <message>
        <source>Openings are left: this access goes on.</source>
        <translation>Il reste des ouvertures&#xa0;: cet accès continue.</translation>
    </message>
    <message>
        <source>The last code has arrived: no more can be given.</source>
        <translation>Le dernier code est arrivé&#xa0;: il n’en sera plus donné.</translation>
    </message>
    <message>
        <source>Nobody, not even we, can find your passphrase again: keep it safe.</source>
        <translation>Personne, pas même nous, ne peut retrouver votre phrase secrète&#xa0;: gardez-la bien.</translation>
    </message>
    <message>
        <source>Change the passphrase of a vault.</source>
        <translation>Changer la phrase secrète d’un coffre.</translation>
    </message>
    <message>
        <source>Read the new passphrase from this file (- for standard input).</source>
        <translation>Lire la nouvelle phrase secrète dans ce fichier (- pour l’entrée standard).</translation>
    </message>
    <message>
        <source>Only one of the two passphrases can come from standard input.</source>
        <translation>Une seule des deux phrases secrètes peut venir de l’entrée standard.</translation>
    </message>
    <message>
        <source>Passphrase changed. Backups and copies made earlier still open with the old one.</source>
        <translation>Phrase secrète changée. Les sauvegardes et les copies faites avant s’ouvrent toujours avec l’ancienne.</translation>
    </message>
    <message>
        <source>Make a full, encrypted, verified copy in a folder.</source>
        <translation>Faire une copie complète, chiffrée et vérifiée dans un dossier.</translation>
    </message>
    <message>
        <source>Make a vault from a backup. Its accesses are to be renewed.</source>
        <translation>Faire un coffre à partir d’une sauvegarde. Ses accès seront à renouveler.</translation>
    </message>
    <message>
        <source>Vault restored in {folder}. Accesses given before have to be given anew.</source>
        <translation>Coffre restauré dans {folder}. Les accès donnés avant sont à redonner.</translation>
    </message>
    <message>
        <source>Check every page, every reference and the history.</source>
        <translation>Vérifier chaque page, chaque référence et l’historique.</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) found: use a backup.</source>
        <translation>
            <numerusform>%n défaut trouvé&#xa0;: reprenez une sauvegarde.</numerusform>
            <numerusform>%n défauts trouvés&#xa0;: reprenez une sauvegarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>No fault found.</source>
        <translation>Aucun défaut trouvé.</translation>
    </message>
    <message>
        <source>See this computer&apos;s date, or confirm that it is right.</source>
        <translation>Voir la date de cet ordinateur, ou confirmer qu’elle est juste.</translation>
    </message>
    <message>
        <source>Yes, this computer&apos;s date is right.</source>
        <translation>Oui, la date de cet ordinateur est juste.</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>This vault is a copy, or was moved or restored: accesses given before have to be given anew.</source>
        <translation>Ce coffre est une copie, ou a été déplacé ou restauré&#xa0;: les accès donnés avant sont à redonner.</translation>
    </message>
    <message>
        <source>This vault, or what this computer keeps beside it, is older than when it was last used here: someone, or a backup, put it back to an earlier state. The accesses that were running have ended.</source>
        <translation>Ce coffre, ou ce que cet ordinateur garde à côté, est plus ancien que lors de sa dernière utilisation ici&#xa0;: quelqu’un, ou une sauvegarde, l’a remis dans un état antérieur. Les accès en cours ont pris fin.</translation>
    </message>
    <message>
        <source>Opening codes of accesses that have ended were erased.</source>
        <translation>Les codes d’ouverture d’accès terminés ont été effacés.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>There is nothing to understand here; it was not kept.</source>
        <translation>Il n’y a rien à comprendre ici&#xa0;; ce n’est pas gardé.</translation>
    </message>
    <message>
        <source>The file is damaged here. It was kept as it is.</source>
        <translation>Le fichier est abîmé à cet endroit. Il a été gardé tel quel.</translation>
    </message>
    <message>
        <source>The format is not known. The file was kept as it is.</source>
        <translation>Le format n’est pas connu. Le fichier a été gardé tel quel.</translation>
    </message>
    <message>
        <source>This could not be understood. It was kept as it is.</source>
        <translation>Cela n’a pas pu être compris. C’est gardé tel quel.</translation>
    </message>
    <message>
        <source>This belongs to another patient. It was kept aside.</source>
        <translation>Ceci est à un autre patient. C’est gardé à part.</translation>
    </message>
    <message>
        <source>This zip is damaged or not safe to open. It was kept as it is.</source>
        <translation>Ce zip est abîmé, ou dangereux à ouvrir. Il a été gardé tel quel.</translation>
    </message>
    <message>
        <source>This part of the zip is damaged or locked. The zip was kept as it is.</source>
        <translation>Cette partie du zip est abîmée ou verrouillée. Le zip a été gardé tel quel.</translation>
    </message>
    <message>
        <source>This only presents the other files of the zip. It was kept aside.</source>
        <translation>Ceci ne fait que présenter les autres fichiers du zip. C’est gardé à part.</translation>
    </message>
    <message>
        <source>This is not the file that its sender described. It was taken all the same.</source>
        <translation>Ce n’est pas le fichier que l’expéditeur a décrit. Il a été pris quand même.</translation>
    </message>
    <message>
        <source>This is a table, but what its columns hold is not told. It was kept as a document.</source>
        <translation>C’est un tableau, mais rien ne dit ce que contiennent ses colonnes. Il a été gardé comme document.</translation>
    </message>
    <message>
        <source>There is nothing in this file. It was kept as it is.</source>
        <translation>Il n’y a rien dans ce fichier. Il a été gardé tel quel.</translation>
    </message>
    <message>
        <source>The sender names this file, but it is not in the zip.</source>
        <translation>L’expéditeur cite ce fichier, mais il n’est pas dans le zip.</translation>
    </message>
    <message>
        <source>The history holds that line: it continues the one that receipt or file was made from.</source>
        <translation>L’historique contient cette ligne&#xa0;: il continue celui d’où vient ce reçu ou ce fichier.</translation>
    </message>
    <message numerus="yes">
        <source>This vault&apos;s history is not a continuation of that one: an older vault was put in its place, or its history was changed. %n running access(es) ended; give them anew.</source>
        <translation>
            <numerusform>L’historique de ce coffre ne continue pas celui-là&#xa0;: un coffre plus ancien a été mis à sa place, ou l’historique a été changé. %n accès en cours a pris fin&#xa0;; donnez-le à nouveau.</numerusform>
            <numerusform>L’historique de ce coffre ne continue pas celui-là&#xa0;: un coffre plus ancien a été mis à sa place, ou l’historique a été changé. %n accès en cours ont pris fin&#xa0;; donnez-les à nouveau.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>changes what is here</source>
        <translation>modifie ce qui est là</translation>
    </message>
    <message>
        <source>already here</source>
        <translation>déjà là</translation>
    </message>
    <message>
        <source>already here from another source</source>
        <translation>déjà là, d’une autre source</translation>
    </message>
    <message>
        <source>only kept</source>
        <translation>seulement conservé</translation>
    </message>
    <message>
        <source>The date is still to come.</source>
        <translation>La date n’est pas encore venue.</translation>
    </message>
    <message>
        <source>The date is before the date of birth.</source>
        <translation>La date précède la naissance.</translation>
    </message>
    <message>
        <source>There is no date.</source>
        <translation>Il n’y a pas de date.</translation>
    </message>
    <message>
        <source>The file has another name or another date of birth.</source>
        <translation>Le fichier porte un autre nom ou une autre date de naissance.</translation>
    </message>
    <message>
        <source>There is a unit, but no number.</source>
        <translation>Il y a une unité, mais pas de nombre.</translation>
    </message>
    <message>
        <source>There is a number, but no unit.</source>
        <translation>Il y a un nombre, mais pas d’unité.</translation>
    </message>
    <message>
        <source>The signature is not valid.</source>
        <translation>La signature n’est pas valable.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>This could not be done.</source>
        <translation>Cela n’a pas pu être fait.</translation>
    </message>
    <message>
        <source>This is not a date: write 2026, 2026-03, 2026-03-12, 2026-03-12T14:30:00+01:00, or a duration such as P7D.</source>
        <translation>Ce n’est pas une date&#xa0;: écrivez 2026, 2026-03, 2026-03-12, 2026-03-12T14:30:00+01:00, ou une durée comme P7D.</translation>
    </message>
    <message>
        <source>This part of this item cannot be corrected this way. Nothing was changed.</source>
        <translation>Cette partie de l’élément ne peut pas être corrigée ainsi. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>There is no vault here. Check the folder&apos;s name, or create a vault.</source>
        <translation>Il n’y a pas de coffre ici. Vérifiez le nom du dossier, ou créez un coffre.</translation>
    </message>
    <message>
        <source>This folder is not empty. Nothing was changed: choose a new or empty folder.</source>
        <translation>Ce dossier n’est pas vide. Rien n’a été modifié&#xa0;: choisissez un dossier nouveau ou vide.</translation>
    </message>
    <message>
        <source>This vault is open elsewhere: close it there first. Nothing was changed.</source>
        <translation>Ce coffre est déjà ouvert ailleurs&#xa0;: fermez-le d’abord là-bas. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Carnet is still writing something else to the vault. Nothing was changed: try again when that is done.</source>
        <translation>Carnet écrit encore autre chose dans le coffre. Rien n’a été modifié&#xa0;: recommencez quand ce sera fini.</translation>
    </message>
    <message>
        <source>The vault was locked meanwhile. Unlock it and try again.</source>
        <translation>Le coffre a été fermé entre-temps. Ouvrez-le et recommencez.</translation>
    </message>
    <message>
        <source>The file that keeps your opening codes outside the vault has disappeared. Lock the vault and unlock it again.</source>
        <translation>Le fichier qui garde vos codes d’ouverture hors du coffre a disparu. Fermez le coffre, puis ouvrez-le de nouveau.</translation>
    </message>
    <message>
        <source>This passphrase does not open the vault.</source>
        <translation>Cette phrase secrète n’ouvre pas le coffre.</translation>
    </message>
    <message>
        <source>The passphrase is empty. Nothing was changed.</source>
        <translation>La phrase secrète est vide. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The file keyslots.json of this vault is damaged, so it cannot be opened. Restore your latest backup.</source>
        <translation>Le fichier keyslots.json de ce coffre est abîmé&#xa0;: le coffre ne peut pas être ouvert. Restaurez votre dernière sauvegarde.</translation>
    </message>
    <message>
        <source>The file keyslots.json of this vault asks for settings that are not safe, so it is not opened. Restore your latest backup.</source>
        <translation>Le fichier keyslots.json de ce coffre demande des réglages qui ne sont pas sûrs&#xa0;: le coffre n’est pas ouvert. Restaurez votre dernière sauvegarde.</translation>
    </message>
    <message>
        <source>This vault is damaged. Keep it as it is and restore your latest backup in another folder.</source>
        <translation>Ce coffre est abîmé. Gardez-le tel quel et restaurez votre dernière sauvegarde dans un autre dossier.</translation>
    </message>
    <message>
        <source>A part of this vault is missing. Keep it as it is and restore your latest backup in another folder.</source>
        <translation>Il manque une partie de ce coffre. Gardez-le tel quel et restaurez votre dernière sauvegarde dans un autre dossier.</translation>
    </message>
    <message>
        <source>This vault was written by a later version of Carnet. Nothing was changed: update Carnet.</source>
        <translation>Ce coffre a été écrit par une version plus récente de Carnet. Rien n’a été modifié&#xa0;: mettez Carnet à jour.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is behind the last line of the history. Set it right, or confirm the date; until then no access is given.</source>
        <translation>L’horloge de cet ordinateur retarde sur la dernière ligne de l’historique. Mettez-la à l’heure, ou confirmez la date&#xa0;; d’ici là, aucun accès n’est donné.</translation>
    </message>
    <message>
        <source>More than 30 days have gone by since this vault was last used. Check this computer&apos;s date and confirm it; until then no access is given or ended.</source>
        <translation>Plus de 30 jours ont passé depuis la dernière utilisation de ce coffre. Vérifiez la date de cet ordinateur et confirmez-la&#xa0;; d’ici là, aucun accès n’est donné ni terminé.</translation>
    </message>
    <message>
        <source>There is no room left on the disk. Nothing was changed: make room and try again.</source>
        <translation>Il n’y a plus de place sur le disque. Rien n’a été modifié&#xa0;: faites de la place et recommencez.</translation>
    </message>
    <message>
        <source>Carnet may not write in this place. Choose another folder, or change who may write there.</source>
        <translation>Carnet n’a pas le droit d’écrire à cet endroit. Choisissez un autre dossier, ou changez qui peut y écrire.</translation>
    </message>
    <message>
        <source>The disk did not do what was asked of it: it may be unplugged or broken. Check it and try again.</source>
        <translation>Le disque n’a pas fait ce qui lui était demandé&#xa0;: il est peut-être débranché ou en panne. Vérifiez-le et recommencez.</translation>
    </message>
    <message>
        <source>This backup is damaged, so it is not used. Take another backup.</source>
        <translation>Cette sauvegarde est abîmée&#xa0;: elle n’est pas utilisée. Prenez-en une autre.</translation>
    </message>
    <message>
        <source>There is no backup here. Check the folder&apos;s name.</source>
        <translation>Il n’y a pas de sauvegarde ici. Vérifiez le nom du dossier.</translation>
    </message>
    <message>
        <source>This file is not plainly a table of measurements: it needs a line of headings, dates and numbers below them.</source>
        <translation>Ce fichier n’est pas clairement un tableau de mesures&#xa0;: il faut une ligne d’en-têtes et, dessous, des dates et des nombres.</translation>
    </message>
    <message>
        <source>No care professional of this vault has this name or id. Add them first.</source>
        <translation>Aucun soignant de ce coffre n’a ce nom ou cet identifiant. Ajoutez-le d’abord.</translation>
    </message>
    <message>
        <source>Several care professionals have this name: give the id of the one you mean.</source>
        <translation>Plusieurs soignants portent ce nom&#xa0;: donnez l’identifiant du bon.</translation>
    </message>
    <message>
        <source>This is not the mark of a history as receipts have it: something is missing or mistyped. Nothing was changed.</source>
        <translation>Ce n’est pas un repère d’historique tel qu’il figure sur un reçu&#xa0;: il manque quelque chose, ou il y a une faute de frappe. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This receipt or file was made from another vault, so it says nothing about this one. Nothing was changed.</source>
        <translation>Ce reçu ou ce fichier vient d’un autre coffre&#xa0;: il ne dit rien de celui-ci. Rien n’a changé.</translation>
    </message>
    <message>
        <source>No access of this vault has this id.</source>
        <translation>Aucun accès de ce coffre n’a cet identifiant.</translation>
    </message>
    <message>
        <source>No item of this vault has this id.</source>
        <translation>Aucun élément de ce coffre n’a cet identifiant.</translation>
    </message>
    <message>
        <source>This document does not offer a result of this number.</source>
        <translation>Ce document ne propose pas de résultat de ce numéro.</translation>
    </message>
    <message>
        <source>Recognising text needs one more part, which is not installed: pip install &apos;phr[ocr]&apos;.</source>
        <translation>Reconnaître le texte demande un composant qui n’est pas installé&#xa0;: pip install &apos;phr[ocr]&apos;.</translation>
    </message>
    <message>
        <source>One of the files is no picture that can be read, or it is too large.</source>
        <translation>L’un des fichiers n’est pas une image lisible, ou il est trop grand.</translation>
    </message>
    <message>
        <source>That is too many pictures for one document.</source>
        <translation>C’est trop d’images pour un seul document.</translation>
    </message>
    <message>
        <source>No file of this vault has this id.</source>
        <translation>Aucun fichier de ce coffre n’a cet identifiant.</translation>
    </message>
    <message>
        <source>The list cannot go on from there: take the cursor that the last answer gave.</source>
        <translation>La liste ne peut pas continuer de là&#xa0;: reprenez le repère donné par la dernière réponse.</translation>
    </message>
    <message>
        <source>Nobody in this vault has this name or id.</source>
        <translation>Personne dans ce coffre n’a ce nom ou cet identifiant.</translation>
    </message>
    <message>
        <source>Several people in this vault have this name: give the id of the one you mean.</source>
        <translation>Plusieurs personnes de ce coffre portent ce nom&#xa0;: donnez l’identifiant de la bonne.</translation>
    </message>
    <message>
        <source>This vault keeps this record only, so it is already on its own. To give it other keys, change the passphrase.</source>
        <translation>Ce coffre ne garde que ce dossier&#xa0;: il est déjà à part. Pour lui donner d’autres clés, changez la phrase secrète.</translation>
    </message>
    <message>
        <source>This name was not confirmed as another name of this person. Nothing was changed.</source>
        <translation>Ce nom n’a pas été confirmé comme autre nom de cette personne. Rien n’a changé.</translation>
    </message>
    <message>
        <source>No file that waits to be checked has this id.</source>
        <translation>Aucun fichier à vérifier ne porte cet identifiant.</translation>
    </message>
    <message>
        <source>This file is no longer the one that was imported, or is a link. It was not deleted.</source>
        <translation>Ce fichier n’est plus celui qui a été importé, ou c’est un lien. Il n’a pas été supprimé.</translation>
    </message>
    <message>
        <source>A sensitive topic is a short text, not an empty or a long one.</source>
        <translation>Un sujet sensible est un texte court, ni vide ni long.</translation>
    </message>
    <message>
        <source>More items have exactly the same date and time than a vault can hold. This file was not imported.</source>
        <translation>Trop d’éléments portent exactement la même date et la même heure. Ce fichier n’a pas été importé.</translation>
    </message>
    <message>
        <source>Stopped. Nothing of this file was imported.</source>
        <translation>Arrêté. Rien de ce fichier n’a été importé.</translation>
    </message>
    <message>
        <source>This is not a file that can be read.</source>
        <translation>Ce n’est pas un fichier qui peut être lu.</translation>
    </message>
    <message>
        <source>Say whose record this file is. Nothing of it was imported.</source>
        <translation>Dites à qui est ce fichier. Rien n’en a été importé.</translation>
    </message>
    <message>
        <source>This file does not say whose it is, and this vault keeps several records. Nothing was imported.</source>
        <translation>Ce fichier ne dit pas à qui il est, et ce coffre garde plusieurs dossiers. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>This file has another name or another date of birth. Former name, name in use, misprint, or another person? Nothing was imported.</source>
        <translation>Ce document porte un autre nom ou une autre date de naissance. Ancien nom, nom d’usage, faute de frappe, ou autre personne&#xa0;? Rien n’a été importé.</translation>
    </message>
    <message>
        <source>This file holds the records of several people: say who is who. Nothing was imported.</source>
        <translation>Ce fichier contient les dossiers de plusieurs personnes&#xa0;: dites qui est qui. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>This is not a protected file made by Carnet.</source>
        <translation>Ce n’est pas un fichier protégé fait par Carnet.</translation>
    </message>
    <message>
        <source>This protected file was made by a later version of Carnet: update Carnet to open it.</source>
        <translation>Ce fichier protégé a été fait par une version plus récente de Carnet&#xa0;: mettez Carnet à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>This protected file is damaged or incomplete. Ask for it again.</source>
        <translation>Ce fichier protégé est abîmé ou incomplet. Redemandez-le.</translation>
    </message>
    <message>
        <source>These words do not open this file. Check each of them.</source>
        <translation>Ces mots n’ouvrent pas ce fichier. Vérifiez-les un par un.</translation>
    </message>
    <message>
        <source>This code does not open this file. Check it, or ask for it again.</source>
        <translation>Ce code n’ouvre pas ce fichier. Vérifiez-le, ou redemandez-le.</translation>
    </message>
    <message>
        <source>This is not a whole code: a letter or a digit is missing, or one too many. Check it.</source>
        <translation>Ce n’est pas un code entier&#xa0;: il manque une lettre ou un chiffre, ou il y en a un de trop. Vérifiez-le.</translation>
    </message>
    <message>
        <source>One of the items chosen belongs to another person. Nothing was shared.</source>
        <translation>Un des éléments choisis est à une autre personne. Rien n’a été partagé.</translation>
    </message>
    <message>
        <source>Nothing of the record is in what you chose to share. No access was made.</source>
        <translation>Rien du dossier ne correspond à ce que vous avez choisi de partager. Aucun accès n’a été fait.</translation>
    </message>
    <message>
        <source>No card of this access is out.</source>
        <translation>Aucune carte de cet accès n’est en circulation.</translation>
    </message>
    <message>
        <source>The protected file could not be written in this folder. No access was made.</source>
        <translation>Le fichier protégé n’a pas pu être écrit dans ce dossier. Aucun accès n’a été fait.</translation>
    </message>
    <message>
        <source>The PDF could not be written in this folder. The history says all the same that it was handed over.</source>
        <translation>Le PDF n’a pas pu être écrit dans ce dossier. L’historique dit quand même qu’il a été remis.</translation>
    </message>
    <message>
        <source>There is nothing to take back: paper and PDF are handed over for good. Whoever has them can read them.</source>
        <translation>Il n’y a rien à reprendre&#xa0;: le papier et le PDF sont remis sans retour. Qui les a peut les lire.</translation>
    </message>
    <message>
        <source>My consultation holds three questions at most, and texts of 500 characters at most.</source>
        <translation>«&#xa0;Ma consultation&#xa0;» contient trois questions au plus, et des textes de 500 caractères au plus.</translation>
    </message>
    <message>
        <source>No access of this vault fits this code. Have it read again, letter by letter; nothing was given.</source>
        <translation>Aucun accès de ce coffre ne correspond à ce code. Faites-le relire lettre par lettre&#xa0;; rien n’a été donné.</translation>
    </message>
    <message>
        <source>This is not a reply that was made with Carnet&apos;s reading page.</source>
        <translation>Ce n’est pas une réponse faite avec la page de lecture de Carnet.</translation>
    </message>
    <message>
        <source>This reply was made with a later version of Carnet: update Carnet to take it in.</source>
        <translation>Cette réponse a été faite avec une version plus récente de Carnet&#xa0;: mettez Carnet à jour pour la recevoir.</translation>
    </message>
    <message>
        <source>This reply is damaged or incomplete. Nothing of it was taken in: ask for it again.</source>
        <translation>Cette réponse est abîmée ou incomplète. Rien n’en a été pris&#xa0;: redemandez-la.</translation>
    </message>
    <message>
        <source>This reply is larger than a reply may be (20 MB). Nothing of it was taken in: ask for its documents another way.</source>
        <translation>Cette réponse dépasse la taille permise (20 Mo). Rien n’en a été pris&#xa0;: demandez ses documents par un autre moyen.</translation>
    </message>
    <message>
        <source>This reply was changed on its way, or written by somebody who did not open your file. Nothing of it was taken in.</source>
        <translation>Cette réponse a été modifiée en chemin, ou écrite par quelqu’un qui n’a pas ouvert votre fichier. Rien n’en a été pris.</translation>
    </message>
    <message>
        <source>This reply answers a file that was not made from this vault. Nothing of it was taken in.</source>
        <translation>Cette réponse concerne un fichier qui ne vient pas de ce coffre. Rien n’en a été pris.</translation>
    </message>
    <message>
        <source>This reply was taken in before, and a reply comes in only once. Nothing was changed.</source>
        <translation>Cette réponse a déjà été reçue, et une réponse n’entre qu’une fois. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>No reply that waits has this id.</source>
        <translation>Aucune réponse en attente n’a cet identifiant.</translation>
    </message>
    <message>
        <source>This could not be shared. Nothing was given.</source>
        <translation>Le partage n’a pas pu se faire. Rien n’a été donné.</translation>
    </message>
    <message>
        <source>There is no terminal to ask on: name a file with --passphrase-file.</source>
        <translation>Il n’y a pas de terminal pour demander&#xa0;: nommez un fichier avec --passphrase-file.</translation>
    </message>
    <message>
        <source>The two were not the same. Nothing was changed.</source>
        <translation>Les deux n’étaient pas identiques. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The file that was named holds no text.</source>
        <translation>Le fichier nommé ne contient pas de texte.</translation>
    </message>
    <message>
        <source>Nothing was typed. Nothing was changed.</source>
        <translation>Rien n’a été tapé. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This file cannot be read as what it says it is ({where}).</source>
        <translation>Ce fichier ne peut pas être lu comme ce qu’il dit être ({where}).</translation>
    </message>
    <message>
        <source>This file cannot be read as what it says it is.</source>
        <translation>Ce fichier ne peut pas être lu comme ce qu’il dit être.</translation>
    </message>
    <message>
        <source>The end of this access is already past. No access was made.</source>
        <translation>La fin de cet accès est déjà passée. Aucun accès n’a été fait.</translation>
    </message>
    <message>
        <source>This access would end before it begins. No access was made.</source>
        <translation>Cet accès finirait avant de commencer. Aucun accès n’a été fait.</translation>
    </message>
    <message>
        <source>What is on the screen lasts 1 minute to 4 hours.</source>
        <translation>Ce qui est à l’écran dure de 1 minute à 4 heures.</translation>
    </message>
    <message>
        <source>An access allows at least one opening. No access was made.</source>
        <translation>Un accès autorise au moins une ouverture. Aucun accès n’a été fait.</translation>
    </message>
    <message numerus="yes">
        <source>Too many codes that fit nothing: wait %n second(s) before the next one.</source>
        <translation>
            <numerusform>Trop de codes qui ne correspondent à rien&#xa0;: attendez %n seconde avant le suivant.</numerusform>
            <numerusform>Trop de codes qui ne correspondent à rien&#xa0;: attendez %n secondes avant le suivant.</numerusform>
        </translation>
    </message>
    <message>
        <source>This access was withdrawn: nothing more is given for it.</source>
        <translation>Cet accès a été retiré&#xa0;: plus rien n’est donné pour lui.</translation>
    </message>
    <message>
        <source>This access has ended: nothing more is given for it.</source>
        <translation>Cet accès est terminé&#xa0;: plus rien n’est donné pour lui.</translation>
    </message>
    <message>
        <source>All openings of this access have been given. Give a new access if one more is needed.</source>
        <translation>Toutes les ouvertures de cet accès ont été données. Donnez un nouvel accès s’il en faut une de plus.</translation>
    </message>
    <message>
        <source>This vault is a copy or was restored, so it gives nothing for earlier accesses. Give a new one.</source>
        <translation>Ce coffre est une copie ou a été restauré&#xa0;: il ne donne rien pour les accès d’avant. Donnez un nouvel accès.</translation>
    </message>
    <message>
        <source>This vault was put back to an earlier state, so this access was ended. Give a new one.</source>
        <translation>Ce coffre a été remis dans un état plus ancien&#xa0;: cet accès est terminé. Donnez un nouvel accès.</translation>
    </message>
    <message>
        <source>This record has moved to a vault of its own since, so this access ended. Give a new one.</source>
        <translation>Ce dossier a maintenant un coffre à lui&#xa0;: cet accès a pris fin. Donnez-en un nouveau.</translation>
    </message>
    <message>
        <source>This reply came after you withdrew the access that it answers, so it was not taken in. If it is welcome, ask for it another way.</source>
        <translation>Cette réponse est arrivée après le retrait de l’accès auquel elle répond&#xa0;: elle n’a pas été prise. Si vous la souhaitez, demandez-la par un autre moyen.</translation>
    </message>
    <message>
        <source>This reply came after the last day of the access that it answers, so it was not taken in. If it is welcome, ask for it another way, or give a new access.</source>
        <translation>Cette réponse est arrivée après la fin de l’accès auquel elle répond&#xa0;: elle n’a pas été prise. Si vous la souhaitez, demandez-la par un autre moyen ou donnez un nouvel accès.</translation>
    </message>
    <message>
        <source>This access begins on {day}: nothing is given before.</source>
        <translation>Cet accès commence le {day}&#xa0;: rien n’est donné avant.</translation>
    </message>
    <message>
        <source>This access works with a printed card, not with a code.</source>
        <translation>Cet accès fonctionne avec une carte imprimée, pas avec un code.</translation>
    </message>
    <message>
        <source>This access works with a code for each opening, not with a card.</source>
        <translation>Cet accès fonctionne avec un code à chaque ouverture, pas avec une carte.</translation>
    </message>
    <message>
        <source>This is on the screen: it ends there, or when the vault is opened again.</source>
        <translation>C’est à l’écran&#xa0;: cela se termine là, ou à la prochaine ouverture du coffre.</translation>
    </message>
    <message>
        <source>This access has no way back: its words open it, there is no code to give.</source>
        <translation>Cet accès est sans retour&#xa0;: ses mots l’ouvrent, il n’y a pas de code à donner.</translation>
    </message>
    <message>
        <source>This vault keeps several records: say whose with --person, one of: {people}.</source>
        <translation>Ce coffre garde plusieurs dossiers&#xa0;: dites lequel avec --person, parmi&#xa0;: {people}.</translation>
    </message>
    <message>
        <source>There is no such file or folder: {file}</source>
        <translation>Il n’y a pas de fichier ni de dossier de ce nom&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Carnet may not read or write this: {file}</source>
        <translation>Carnet n’a pas le droit de lire ou d’écrire ceci&#xa0;: {file}</translation>
    </message>
    <message>
        <source>This is a folder, and a file is needed: {file}</source>
        <translation>C’est un dossier, et il faut un fichier&#xa0;: {file}</translation>
    </message>
    <message>
        <source>This is no folder: {file}</source>
        <translation>Ce n’est pas un dossier&#xa0;: {file}</translation>
    </message>
    <message>
        <source>This is there already, and nothing was written over it: {file}</source>
        <translation>Ceci existe déjà, et rien n’a été écrit par-dessus&#xa0;: {file}</translation>
    </message>
    <message>
        <source>There is no room left on the disk: {file}</source>
        <translation>Il n’y a plus de place sur le disque&#xa0;: {file}</translation>
    </message>
    <message>
        <source>The computer could not do this ({code}): {file}</source>
        <translation>L’ordinateur n’a pas pu le faire ({code})&#xa0;: {file}</translation>
    </message>
</context>
</TS>
