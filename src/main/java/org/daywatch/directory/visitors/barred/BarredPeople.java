package org.daywatch.directory.visitors.barred;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who are not let in: put on the list with a reason and a source, taken off with a reason. */
@Component
@Transactional
public class BarredPeople {

    private static final int LEAST_WORDS = 5;
    private static final int LEAST_NAME = 3;
    private static final int MOST_NAME = 120;
    private static final int MOST_WORDS = 300;

    private final BarredPersonStore store;
    private final AtSchool atSchool;
    private final AuditLog audit;
    private final Clock clock;

    BarredPeople(BarredPersonStore store, AtSchool atSchool, AuditLog audit, Clock clock) {
        this.store = store;
        this.atSchool = atSchool;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param school null: every school of the district, which only somebody of the whole district says */
    public UUID set(Actor actor, @Nullable UUID school, String name, String reason, String source, LocalDate from,
            @Nullable LocalDate to) {
        var where = school == null ? actor.school() : Ids.find(school.toString()).orElseThrow();
        if (where != null) atSchool.of(actor, where);
        String called = Typed.words("name", name, LEAST_NAME, MOST_NAME, "barred.wrong.name");
        if (called.split("\\s+").length < 2) throw new InvalidInput("name", called, "barred.wrong.name");
        String why = Typed.words("reason", reason, LEAST_WORDS, MOST_WORDS, "barred.wrong.reason");
        String word = Typed.words("source", source, LEAST_NAME, MOST_WORDS, "barred.wrong.source");
        if (to != null && to.isBefore(from)) throw new InvalidInput("to", to.toString(), "barred.wrong.to");
        var person = new BarredPerson(Ids.next(), where, called, why, word, from, to, null, null);
        store.insert(person, actor.person(), clock.instant());
        audit.act("BarredPersonSet", "barred person " + person.id(), Map.of("from", from.toString()));
        return person.id();
    }

    void withdraw(Actor actor, BarredPerson person, String reason) {
        String why = Typed.words("reason", reason, LEAST_WORDS, MOST_WORDS, "barred.wrong.reason");
        if (!store.withdraw(person.id(), why, actor.person(), clock.instant()))
            throw new Refused(DirectoryRefusal.BARRED_WITHDRAWN);
        audit.act("BarredPersonWithdrawn", "barred person " + person.id(), Map.of());
    }

    /** Those of their schools and of the whole district. Reading it is audited. */
    List<BarredPerson> seenBy(Actor actor) {
        audit.read("BarredPeople", "district " + actor.tenant(), Map.of());
        var schools = atSchool.all(actor).stream().map(s -> s.id()).toList();
        return store.list().stream().filter(p -> p.school() == null || schools.contains(p.school())).toList();
    }

    /** One that they may change: of their schools, or of the whole district where they speak for it. */
    BarredPerson get(Actor actor, UUID id) {
        var person = store.find(id).orElseThrow(() -> new NotFound("barred person " + id));
        if (person.school() != null) atSchool.of(actor, person.school());
        else if (actor.school() != null) throw new NotFound("barred person " + id);
        return person;
    }

    /** Whoever is not let in at a school on a day. */
    @Transactional(readOnly = true)
    public List<BarredPerson> at(UUID school, LocalDate day) {
        return store.list().stream().filter(p -> p.school() == null || p.school().equals(school))
                .filter(p -> p.inForce(day)).toList();
    }
}
