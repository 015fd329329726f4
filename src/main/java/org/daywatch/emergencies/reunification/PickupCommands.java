package org.daywatch.emergencies.reunification;

import static org.daywatch_db.emergencies.Tables.PICKUP;
import static org.daywatch_db.emergencies.Tables.PICKUP_STEP;
import static org.daywatch_db.emergencies.Tables.REUNION_STUDENT;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
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
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.dao.DuplicateKeyException;
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
    private final DSLContext db;
    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionNumbers numbers;
    private final Guardians guardians;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    PickupCommands(DSLContext db, ReunionQueries queries, ReunionDuties duties, ReunionNumbers numbers,
            Guardians guardians, Facts facts, Live live, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.duties = duties;
        this.numbers = numbers;
        this.guardians = guardians;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** The greeter hands out a card. */
    public Pickup greet(By by, Reunification reunification, String guardian) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        duties.need(reunification.id(), by, EnumSet.of(Duty.GREETER));
        if (guardian.strip().length() < 2 || guardian.length() > 120)
            throw new InvalidInput("guardian", guardian, "reunification.error.guardian");
        var now = clock.instant();
        int card = nextCard(reunification);
        var id = Ids.next();
        db.insertInto(PICKUP).set(PICKUP.DISTRICT_ID, reunification.districtId()).set(PICKUP.ID, id)
                .set(PICKUP.REUNIFICATION_ID, reunification.id()).set(PICKUP.CARD, card)
                .set(PICKUP.HALF, half()).set(PICKUP.GUARDIAN, guardian.strip()).set(PICKUP.STATE, "GREETED")
                .set(PICKUP.SINCE, now).set(PICKUP.GREETED_AT, now).execute();
        facts.tell(new PickupWent(reunification.districtId(), id, now, reunification.id(), "Greet", "GREETED", ""));
        step(reunification.districtId(), id, 0, now, "Greet", "GREETED", by, "");
        live.ring("reunification", reunification.districtId());
        return queries.pickup(reunification.id(), id);
    }

    /** Counted from 1; whoever comes second waits for the first. */
    public int nextCard(Reunification reunification) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 31))", reunification.id().toString());
        return 1 + db.select(DSL.coalesce(DSL.max(PICKUP.CARD), 0)).from(PICKUP)
                .where(PICKUP.REUNIFICATION_ID.eq(reunification.id())).fetchSingle().value1();
    }

    public Pickup fill(By by, Reunification reunification, UUID id, FillCard fill) {
        queries.student(reunification.id(), fill.student());
        return carry(by, reunification, id, fill, "");
    }

    /** Custody is looked up by the day at the school, never taken from a form. Of the ID only its kind is kept. */
    public Pickup check(By by, Reunification reunification, UUID id, IdKind shown, ZoneId zone) {
        var pickup = queries.pickup(reunification.id(), id);
        var student = student(reunification, pickup);
        CustodyAnswer custody = custody(pickup, student, zone);
        return carry(by, reunification, id, new Check(by.person(), shown != IdKind.NONE, custody, student.place()),
                custody.name() + " " + shown.name());
    }

    /** What stopped it was looked into; custody is looked up once more, by the moment. */
    public Pickup goOn(By by, Reunification reunification, UUID id, String why, ZoneId zone) {
        var pickup = queries.pickup(reunification.id(), id);
        CustodyAnswer custody = custody(pickup, student(reunification, pickup), zone);
        return carry(by, reunification, id, new GoOn(by.person(), why, custody), why);
    }

    private StudentThere student(Reunification reunification, Pickup pickup) {
        if (pickup.student() == null) throw new Refused(PeopleRefusal.PICKUP_NOT_NOW);
        return queries.student(reunification.id(), pickup.student());
    }

    private CustodyAnswer custody(Pickup pickup, StudentThere student, ZoneId zone) {
        return guardians.mayCollect(student.studentId(), pickup.guardianId(),
                LocalDate.ofInstant(clock.instant(), zone));
    }

    public Pickup carry(By by, Reunification reunification, UUID id, PickupCommand command, String words) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        duties.need(reunification.id(), by, command.duties());
        db.select(PICKUP.ID).from(PICKUP).where(PICKUP.ID.eq(id)).forUpdate().fetchOptional()
                .orElseThrow(() -> new NotFound("pickup " + id));
        var before = queries.pickup(reunification.id(), id);
        var now = clock.instant();
        var decided = before.decide(command, now).orThrow();
        var next = decided.state();
        if (next.state() instanceof State.Verified || next.state() instanceof State.Fetching
                || next.state() instanceof State.Released)
            atAssembly(next, now);
        save(next, by, command, now);
        facts.tell(decided.facts());
        step(next.districtId(), id, next.version(), now, ((PickupWent) decided.facts().getFirst()).step(),
                next.state().code(), by, words);
        if (next.state() instanceof State.Released) numbers.count(reunification);
        live.ring("reunification", reunification.districtId());
        return next;
    }

    /** The student's own row is the last word: whoever is not at the assembly place is given to nobody. */
    private void atAssembly(Pickup next, Instant now) {
        boolean released = next.state() instanceof State.Released;
        int there = db.update(REUNION_STUDENT)
                .set(REUNION_STUDENT.PLACE, (released ? StudentPlace.RELEASED : StudentPlace.ASSEMBLY).name())
                .set(REUNION_STUDENT.SINCE, released ? DSL.val(now) : REUNION_STUDENT.SINCE)
                .where(REUNION_STUDENT.ID.eq(next.student()))
                .and(REUNION_STUDENT.PLACE.eq(StudentPlace.ASSEMBLY.name())).execute();
        if (there == 0) throw new Refused(PeopleRefusal.STUDENT_NOT_AT_ASSEMBLY);
    }

    private void save(Pickup next, By by, PickupCommand command, Instant now) {
        var update = db.update(PICKUP).set(PICKUP.STATE, next.state().code()).set(PICKUP.SINCE, now)
                .set(PICKUP.VERSION, next.version()).set(PICKUP.REUNION_STUDENT_ID, next.student())
                .set(PICKUP.GUARDIAN_ID, next.guardianId())
                .set(PICKUP.STOP, next.state() instanceof State.Stopped(var why) ? why.name() : null)
                .set(PICKUP.RELEASED_AT, next.state() instanceof State.Released(var at) ? at : null)
                .set(PICKUP.CLOSED_WHY, next.state() instanceof State.Closed(var why) ? why : "")
                .set(PICKUP.FIRST_CHECKER, next.state() instanceof State.Checked(var first) ? first : null);
        if (command instanceof Check check)
            update = update.set(PICKUP.CHECKED_AT, now).set(PICKUP.CHECKED_BY, by.person()).set(PICKUP.CUSTODY,
                    check.custody().name());
        if (command instanceof GoOn on) update = update.set(PICKUP.CUSTODY, on.custody().name());
        try {
            update.where(PICKUP.ID.eq(next.id())).execute();
        } catch (DuplicateKeyException e) {
            throw new Refused(PeopleRefusal.STUDENT_ON_THE_WAY);
        }
    }

    private void step(UUID district, UUID pickup, int version, Instant now, String step, String state, By by,
            String words) {
        db.insertInto(PICKUP_STEP).set(PICKUP_STEP.DISTRICT_ID, district).set(PICKUP_STEP.PICKUP_ID, pickup)
                .set(PICKUP_STEP.VERSION, version).set(PICKUP_STEP.AT, now)
                .set(PICKUP_STEP.STEP, step).set(PICKUP_STEP.STATE, state).set(PICKUP_STEP.BY_PERSON, by.person())
                .set(PICKUP_STEP.BY_NAME, by.name()).set(PICKUP_STEP.WORDS, words).execute();
    }

    private static String half() {
        var text = new StringBuilder();
        for (int i = 0; i < 4; i++) text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return text.toString();
    }
}
