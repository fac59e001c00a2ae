package org.tongchou.platform.accounts.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.document.DocumentVersion.State;

/** The content of versions: live for a draft, frozen for others. What was composed once is kept by its content. */
@Component
class Drafts {
    private static final int KEPT = 24;

    private final Gatherer gatherer;
    private final DocumentStore store;
    private final Map<String, Composed> kept = Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Composed> eldest) {
            return size() > KEPT;
        }
    });

    Drafts(Gatherer gatherer, DocumentStore store) {
        this.gatherer = gatherer;
        this.store = store;
    }

    /** The content of a version as it stands now. */
    Composed open(Document document, DocumentVersion version) {
        return version.state() == State.DRAFT
                ? compose(gatherer.gather(document, version.id(), Long.MAX_VALUE))
                : frozen(version);
    }

    private Composed frozen(DocumentVersion version) {
        String name = "v" + version.id() + "." + store.digest(version.id());
        Composed before = kept.get(name);
        if (before != null) {
            return before;
        }
        Composed composed = new Composed(store.snapshot(version.id()));
        kept.put(name, composed);
        return composed;
    }

    /** The document of a snapshot. */
    Composed compose(Snapshot snapshot) {
        String digest = SnapshotJson.digest(snapshot);
        Composed before = kept.get(digest);
        if (before != null) {
            return before;
        }
        Composed composed = new Composed(snapshot);
        kept.put(digest, composed);
        return composed;
    }
}
