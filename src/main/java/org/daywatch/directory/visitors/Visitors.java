package org.daywatch.directory.visitors;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.VisitorSignedIn;
import org.daywatch.directory.DirectoryEvent.VisitorSignedOut;
import org.daywatch.directory.DirectoryEvent.VisitorWaits;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visitors as stored. The district is bound; its agency reads nothing here. */
@Component
@Transactional
public class Visitors {

    private final VisitorStore store;
    private final WaitingVisitorStore waiting;
    private final VisitorCheck check;
    private final VisitorNotices notices;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    Visitors(VisitorStore store, WaitingVisitorStore waiting, VisitorCheck check, VisitorNotices notices, Facts facts,
            Live live, Clock clock) {
        this.store = store;
        this.waiting = waiting;
        this.check = check;
        this.notices = notices;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** Who signs somebody in: a person of the office, the kiosk by the door, or both of them. */
    public record By(@Nullable UUID person, @Nullable UUID kiosk) {}

    /** @param signedIn null: they wait for the office */
    public record Arrival(@Nullable Visitor signedIn) {}

    /** Signed in with a badge, or waiting for the office where the name is like one on a list. */
    public Arrival arrive(By by, Campus school, Visitor.Entry entry) {
        var now = clock.instant();
        var match = check.of(school, entry.name(), LocalDate.ofInstant(now, school.zone()));
        if (match.isEmpty()) return new Arrival(signIn(by, school, entry));
        var id = waiting.insert(school, entry, match.get(), by, now);
        var fact = new VisitorWaits(school.districtId(), id, now, school.id(), match.get().matched().name());
        facts.tell(fact);
        notices.tell(fact);
        live.ring("visitors", school.districtId());
        return new Arrival(null);
    }

    /** After the check, or on the office's word. */
    Visitor signIn(By by, Campus school, Visitor.Entry entry) {
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, school.zone());
        int badge = store.nextBadge(school.id(), day);
        var id = store.insert(school, entry, day, badge, by, now);
        facts.tell(new VisitorSignedIn(school.districtId(), id, now, school.id(), badge, entry.inspects()));
        live.ring("visitors", school.districtId());
        return store.get(school.id(), id);
    }

    public void signOut(Campus school, UUID id) {
        var visitor = store.get(school.id(), id);
        var now = clock.instant();
        if (!store.leaves(id, now)) throw new Refused(DirectoryRefusal.VISITOR_LEFT);
        facts.tell(new VisitorSignedOut(school.districtId(), id, now, school.id(), visitor.badge()));
        live.ring("visitors", school.districtId());
    }

    /** By the number on their badge, without showing who else is in the school. */
    public Visitor signOutByBadge(Campus school, int badge) {
        var visitor = store.here(school.id()).stream().filter(v -> v.badge() == badge).reduce((first, last) -> last)
                .orElseThrow(() -> new Refused(DirectoryRefusal.BADGE_UNKNOWN, java.util.Map.of("badge", badge)));
        signOut(school, visitor.id());
        return visitor;
    }
}
