package org.daywatch.relationships.demo;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.daywatch.platform.demo.DemoWay;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.relationships.tips.door.DoorHere;
import org.daywatch.relationships.tips.ring.RingSettings;
import org.daywatch.relationships.tips.thread.TipReceipts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** From a tip at the door to its answer; and that it comes in sooner here than where tips are real. */
@Component
@ConditionalOnProperty({"daywatch.demo", "daywatch.tips.enabled"})
class ListeningWay implements DemoWay {

    private final DoorHere door;
    private final RingSettings ring;
    private final PublicAddress site;

    ListeningWay(DoorHere door, RingSettings ring, PublicAddress site) {
        this.door = door;
        this.ring = ring;
        this.site = site;
    }

    @Override
    public Optional<Way> of(Page page) {
        return door.address().map(here -> {
            var there = front(here, site.host(), page.lang());
            return new Way(page.t("listening.way"), page.t("listening.way.told", ring.bucket().toSeconds()),
                    List.of(new Step(page.t("listening.way.send"), page.t("listening.way.door"), there),
                            as(page, Role.TIP_ANALYST, "answer", ring.bucket().toSeconds() + ring.tick().toSeconds()),
                            new Step(page.t("listening.way.back"), page.t("listening.way.door.again"), there),
                            new Step(page.t("listening.way.told.before",
                                    TipReceipts.grouped(NamelessTipsChapter.RECEIPT))),
                            as(page, Role.COUNSELOR, "help"),
                            new Step(page.t("listening.way.officer")),
                            as(page, Role.COORDINATOR, "agency")));
        });
    }

    private static Step as(Page page, Role role, String what, Object... args) {
        return Step.as(role, page.t("listening.way.as", page.t("role." + role)),
                page.t("listening.way." + what, args));
    }

    /** The door knows its port, and the site by which name it is reached. */
    private static String front(URI here, String host, String language) {
        return here.getScheme() + "://" + host + ":" + here.getPort() + "/" + language;
    }
}
