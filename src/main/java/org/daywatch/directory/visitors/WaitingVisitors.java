package org.daywatch.directory.visitors;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.VisitorDecided;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.visitors.Visitors.By;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the office decides about visitors whose names are like one on a list. The district is bound. */
@Component
@Transactional
class WaitingVisitors {

    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 300;

    private final WaitingVisitorStore store;
    private final Visitors visitors;
    private final Facts facts;
    private final AuditLog audit;
    private final Live live;
    private final Clock clock;

    WaitingVisitors(WaitingVisitorStore store, Visitors visitors, Facts facts, AuditLog audit, Live live,
            Clock clock) {
        this.store = store;
        this.visitors = visitors;
        this.facts = facts;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /** Why somebody waits is read here, so reading is audited where anybody does. */
    List<WaitingVisitor> ofSchool(Campus school) {
        var waiting = store.ofSchool(school.id());
        if (!waiting.isEmpty())
            audit.read("WaitingVisitors", "school " + school.id(), Map.of("waiting", waiting.size()));
        return waiting;
    }

    @Transactional(readOnly = true)
    List<WaitingVisitor> decidedToday(Campus school) {
        var day = LocalDate.ofInstant(clock.instant(), school.zone());
        return store.decided(school.id(), day.atStartOfDay(school.zone()).toInstant());
    }

    /** With a badge, or without. @param why in the words of whoever decides */
    void decide(Actor actor, Campus school, UUID id, boolean admit, String why) {
        String words = Typed.words("why", why, LEAST_WORDS, MOST_WORDS, "visitors.wait.error.why");
        var waiting = store.lock(school.id(), id).orElseThrow(() -> new NotFound("waiting visitor " + id));
        if (waiting.admitted() != null) throw new Refused(DirectoryRefusal.VISITOR_DECIDED);
        var now = clock.instant();
        UUID visitor = admit
                ? visitors.signIn(new By(actor.person(), waiting.kiosk()), school, waiting.entry()).id()
                : null;
        store.decide(id, actor, admit, words, visitor, now);
        facts.tell(new VisitorDecided(school.districtId(), id, now, school.id(), admit, actor.name()));
        live.ring("visitors", school.districtId());
    }
}
