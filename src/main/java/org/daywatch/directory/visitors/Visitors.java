package org.daywatch.directory.visitors;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.VisitorSignedIn;
import org.daywatch.directory.DirectoryEvent.VisitorSignedOut;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visitors as stored. The district is bound; its agency reads nothing here. */
@Component
@Transactional
public class Visitors {

    private final VisitorStore store;
    private final Facts facts;
    private final Clock clock;

    Visitors(VisitorStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    public Visitor signIn(Actor actor, Campus school, Visitor.Entry entry) {
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, school.zone());
        int badge = store.nextBadge(school.id(), day);
        var id = store.insert(school, entry, day, badge, actor.person(), now);
        facts.tell(new VisitorSignedIn(school.districtId(), id, now, school.id(), badge, entry.inspects()));
        return store.get(school.id(), id);
    }

    public void signOut(Campus school, UUID id) {
        var visitor = store.get(school.id(), id);
        var now = clock.instant();
        if (!store.leaves(id, now)) throw new Refused(DirectoryRefusal.VISITOR_LEFT);
        facts.tell(new VisitorSignedOut(school.districtId(), id, now, school.id(), visitor.badge()));
    }

    /** By the number on their badge, without showing who else is in the school. */
    public Visitor signOutByBadge(Campus school, int badge) {
        var visitor = store.here(school.id()).stream().filter(v -> v.badge() == badge).reduce((first, last) -> last)
                .orElseThrow(() -> new Refused(DirectoryRefusal.BADGE_UNKNOWN, java.util.Map.of("badge", badge)));
        signOut(school, visitor.id());
        return visitor;
    }
}
