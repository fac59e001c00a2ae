package org.tongchou.platform.disclosure.example;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.disclosure.library.Preparing;
import org.tongchou.platform.disclosure.library.PublicationStore;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;

/** Queues the examples that are not published yet, once the application answers. */
@Component
@Profile("demo")
class ExampleLoader implements Preparing {
    private static final Logger LOG = LoggerFactory.getLogger(ExampleLoader.class);

    private final PublicationStore store;
    private final Jobs jobs;

    ExampleLoader(PublicationStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void load() {
        for (Example example : Example.ALL) {
            if (store.find(example.folder()).isEmpty()) {
                jobs.submit(
                        Actor.SYSTEM,
                        ExampleHandler.KIND,
                        "编制并公开" + example.title(),
                        Map.of("folder", example.folder()));
                LOG.info("example {} is queued", example.folder());
            }
        }
    }

    @Override
    public List<String> titles() {
        return Example.ALL.stream()
                .filter(example -> store.find(example.folder()).isEmpty())
                .map(Example::title)
                .toList();
    }
}
