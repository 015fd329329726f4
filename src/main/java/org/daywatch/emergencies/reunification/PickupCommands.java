package org.daywatch.emergencies.reunification;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.guardians.CustodyAnswer;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.emergencies.PeopleEvent.PickupWent;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.Pickup.State;
import org.daywatch.emergencies.reunification.PickupCommand.Check;
import org.daywatch.emergencies.reunification.PickupCommand.FillCard;
import org.daywatch.emergencies.reunification.PickupCommand.GoOn;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each step of a card in one transaction: load and lock, decide, save, tell. The district is bound. */
@Component
@Transactional
public class PickupCommands {

    /** What a guardian shows; no number of it is kept. */
    public enum IdKind {
        DRIVER_LICENSE, STATE_ID, TRIBAL_ID, PASSPORT, OTHER_PHOTO, NONE
    }

    /** Without letters and digits that are mixed up when read aloud. */
    private static final String LETTERS = "ACDEFHJKMNPRTUVWXY34679";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final ReunionStore store;
    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionNumbers numbers;
    private final ReunionGrounds grounds;
    private final Guardians guardians;
    private final Facts facts;
    private final Live live;
    private final Forms forms;
    private final Clock clock;

    PickupCommands(ReunionStore store, ReunionQueries queries, ReunionDuties duties, ReunionNumbers numbers,
            ReunionGrounds grounds, Guardians guardians, Facts facts, Live live, Forms forms, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.duties = duties;
        this.numbers = numbers;
        this.grounds = grounds;
        this.guardians = guardians;
        this.facts = facts;
        this.live = live;
        this.forms = forms;
        this.clock = clock;
    }

    /** The greeter hands out a card. @param form sent twice it is one card @return empty where it was handed out */
    public Optional<Pickup> greet(By by, Reunification reunification, String guardian, UUID form) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        duties.need(reunification.id(), by, EnumSet.of(Duty.GREETER));
        if (guardian.strip().length() < 2 || guardian.length() > 120)
            throw new InvalidInput("guardian", guardian, "reunification.error.guardian");
        if (!forms.first(form)) return Optional.empty();
        var now = clock.instant();
        int card = store.nextCard(reunification);
        var id = Ids.next();
        store.insertCard(reunification, id, card, half(), guardian.strip(), now);
        facts.tell(new PickupWent(reunification.districtId(), id, now, reunification.id(), "Greet", "GREETED", ""));
        store.step(reunification.districtId(), id, 0, now, "Greet", "GREETED", by, "");
        live.ring("reunification", reunification.districtId());
        return Optional.of(queries.pickup(reunification.id(), id));
    }

    public Pickup fill(By by, Reunification reunification, UUID id, FillCard fill) {
        queries.student(reunification.id(), fill.student());
        return carry(by, reunification, id, fill, "");
    }

    /** Custody is looked up by the day at the school, never taken from a form. Of the ID only its kind is kept. */
    public Pickup check(By by, Reunification reunification, UUID id, IdKind shown, ZoneId zone) {
        var pickup = queries.pickup(reunification.id(), id);
        var student = student(reunification, pickup);
        CustodyAnswer custody = custody(reunification, pickup, student, zone);
        return carry(by, reunification, id, new Check(by.person(), shown != IdKind.NONE, custody, student.place()),
                custody.name() + " " + shown.name());
    }

    /**
     * What stopped it was looked into; custody is looked up once more, by the moment. The first word is the lead's, the
     * second that of the lead or a checker, unless somebody says it who was named before.
     */
    public Pickup goOn(By by, Reunification reunification, UUID id, String why, ZoneId zone) {
        var pickup = queries.pickup(reunification.id(), id);
        boolean named = grounds.mayApprove(reunification, by.person());
        if (!named) duties.need(reunification.id(), by, pickup.state().waitsFor());
        CustodyAnswer custody = custody(reunification, pickup, student(reunification, pickup), zone);
        return carry(by, reunification, id, new GoOn(by.person(), by.name(), why, custody, named), why);
    }

    private StudentThere student(Reunification reunification, Pickup pickup) {
        if (pickup.student() == null) throw new Refused(PeopleRefusal.PICKUP_NOT_NOW);
        return queries.student(reunification.id(), pickup.student());
    }

    private CustodyAnswer custody(Reunification r, Pickup pickup, StudentThere student, ZoneId zone) {
        return guardians.mayCollect(student.studentId(), pickup.guardianId(),
                LocalDate.ofInstant(clock.instant(), zone), grounds.began(r));
    }

    public Pickup carry(By by, Reunification reunification, UUID id, PickupCommand command, String words) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        if (!(command instanceof GoOn on && on.named())) duties.need(reunification.id(), by, command.duties());
        store.lock(id);
        var before = queries.pickup(reunification.id(), id);
        var now = clock.instant();
        var decided = before.decide(command, now).orThrow();
        var next = decided.state();
        if (next.state() instanceof State.Verified || next.state() instanceof State.Fetching
                || next.state() instanceof State.Released)
            store.atAssembly(next, now);
        store.save(next, by, command, now);
        facts.tell(decided.facts());
        store.step(next.districtId(), id, next.version(), now, ((PickupWent) decided.facts().getFirst()).step(),
                next.state().code(), by, words);
        if (next.state() instanceof State.Released) numbers.count(reunification);
        live.ring("reunification", reunification.districtId());
        return next;
    }

    private static String half() {
        var text = new StringBuilder();
        for (int i = 0; i < 4; i++) text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return text.toString();
    }
}
