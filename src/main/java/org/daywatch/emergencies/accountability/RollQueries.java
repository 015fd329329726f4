package org.daywatch.emergencies.accountability;

import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.ROLL_CALL;
import static org.daywatch_db.emergencies.Tables.ROLL_COUNT;
import static org.daywatch_db.emergencies.Tables.ROLL_PERSON;
import static org.daywatch_db.emergencies.Tables.ROLL_PLACE;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;
import static org.daywatch_db.emergencies.Tables.ROLL_STATEMENT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.AlertChanged;
import org.daywatch.emergencies.alerts.pages.PeopleUnaccounted;
import org.daywatch.emergencies.accountability.RollCall.Kind;
import org.daywatch.emergencies.accountability.RollCall.Person;
import org.daywatch.emergencies.accountability.RollCall.Place;
import org.daywatch.emergencies.accountability.RollCall.Report;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.accountability.RollCall.Source;
import org.daywatch.emergencies.accountability.RollCall.Statement;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Roll calls as they stand: six reads and one pure function. */
@Component
@Transactional(readOnly = true)
public class RollQueries implements PeopleUnaccounted {

    private final DSLContext db;
    private final ClassRosters rosters;
    private final Campuses campuses;
    private final StudentSearch search;

    RollQueries(DSLContext db, ClassRosters rosters, Campuses campuses, StudentSearch search) {
        this.db = db;
        this.rosters = rosters;
        this.campuses = campuses;
        this.search = search;
    }

    /**
     * The numbers of a roll call, for an agency that reads no names. @param fullAt when the last of all was in
     * somebody's sight; null while one is unknown or missing
     */
    public record Numbers(UUID callId, UUID alertId, AlertStatus status, int expected, int present, int missing,
            int injured, int needsHelp, int unknown, int rooms,
            int roomsAnswered, int roomsSecured, Instant countedAt, @Nullable Instant fullAt) {}

    public Optional<Numbers> numbers(UUID alert) {
        return db.selectFrom(ROLL_COUNT).where(ROLL_COUNT.ALERT_ID.eq(alert))
                .fetchOptional(r -> new Numbers(r.getId(), r.getAlertId(), AlertStatus.valueOf(r.getStatus()),
                        r.getExpected(),
                        r.getPresent(), r.getMissing(), r.getInjured(), r.getNeedsHelp(), r.getUnknown(), r.getRooms(),
                        r.getRoomsAnswered(), r.getRoomsSecured(), r.getCountedAt(), r.getFullAt()));
    }

    /**
     * The agency, which reads numbers only, is given no names; and nobody that of a protected student in a drill.
     */
    @Override
    public Unaccounted unaccounted(UUID alert) {
        var numbers = numbers(alert).filter(n -> n.missing() + n.unknown() > 0);
        if (numbers.isEmpty()) return Unaccounted.NOBODY;
        var names = ofAlert(alert).map(call -> rollUp(call, namelessInDrill(call), "")).map(RollUp::exceptions)
                .orElse(List.of()).stream()
                .filter(line -> line.standing() == RollUp.Standing.MISSING
                        || line.standing() == RollUp.Standing.UNKNOWN)
                .filter(line -> !line.person().name().isEmpty())
                .map(line -> new Named(line.person().name(), line.standing() == RollUp.Standing.MISSING)).toList();
        return new Unaccounted(numbers.get().missing(), numbers.get().unknown(), names);
    }

    private Set<UUID> namelessInDrill(RollCall call) {
        return call.status() == AlertStatus.ACTUAL
                ? Set.of()
                : campuses.find(call.schoolId()).map(search::hiddenFromOthers).orElse(Set.of());
    }

    public RollCall get(UUID call) {
        return calls(ROLL_CALL.ID.eq(call)).stream().findFirst().orElseThrow(() -> new NotFound("roll call " + call));
    }

    public Optional<RollCall> ofAlert(UUID alert) {
        return calls(ROLL_CALL.ALERT_ID.eq(alert)).stream().findFirst();
    }

    public List<RollCall> ofSchool(UUID school) {
        return calls(ROLL_CALL.SCHOOL_ID.eq(school));
    }

    /**
     * When the last of all rooms said for the first time that it is secured; empty while one has not, or says that it
     * is not. The district is bound.
     */
    public Optional<Instant> securedAt(UUID call) {
        var places = places(call);
        var first = new java.util.HashMap<UUID, Instant>();
        for (var report : reports(call)) {
            if (report.placeId() == null || report.secured() == null) continue;
            if (report.secured()) first.putIfAbsent(report.placeId(), report.saidAt());
            else first.remove(report.placeId());
        }
        return places.isEmpty() || first.size() < places.size()
                ? Optional.empty()
                : first.values().stream().max(java.util.Comparator.naturalOrder());
    }

    public RollUp rollUp(RollCall call) {
        return rollUp(call, Set.of(), "");
    }

    /** In a drill a protected student has no name for whoever would not find them. */
    RollUp asRead(Actor reader, Page page, RollCall call) {
        var school = campuses.find(call.schoolId()).orElseThrow(() -> new NotFound("school " + call.schoolId()));
        return rollUp(call, search.namelessTo(reader, school, call.status() != AlertStatus.ACTUAL),
                page.t("accountability.student"));
    }

    /** @param nameless who has no name, by their number in the roster @param instead of it */
    private RollUp rollUp(RollCall call, Set<UUID> nameless, String instead) {
        var people = people(call.id()).stream().map(p -> p.personId() != null && nameless.contains(p.personId())
                ? new Person(p.id(), p.placeId(), p.kind(), p.personId(), instead)
                : p).toList();
        return RollUp.of(call.begunAt(), told(call), places(call.id()), people, statements(call.id()),
                reports(call.id()));
    }

    /** When the school was told last what to do: at the beginning, or when that changed or danger came back. */
    private Instant told(RollCall call) {
        var again = db.select(DSL.max(ALERT_CHANGE.AT)).from(ALERT_CHANGE)
                .where(ALERT_CHANGE.ALERT_ID.eq(call.alertId()))
                .and(ALERT_CHANGE.KIND.eq(AlertChanged.class.getSimpleName())).fetchOne(0, Instant.class);
        return again == null ? call.begunAt() : again;
    }

    List<Place> places(UUID call) {
        return db.selectFrom(ROLL_PLACE).where(ROLL_PLACE.CALL_ID.eq(call)).orderBy(ROLL_PLACE.TITLE)
                .fetch(p -> new Place(p.getId(), p.getTitle(), p.getRoom(), p.getAdults(),
                        List.of(p.getAdultEmails())));
    }

    List<Person> people(UUID call) {
        return db.selectFrom(ROLL_PERSON).where(ROLL_PERSON.CALL_ID.eq(call)).orderBy(ROLL_PERSON.NAME, ROLL_PERSON.ID)
                .fetch(p -> new Person(p.getId(), p.getPlaceId(), Kind.valueOf(p.getKind()), p.getPersonId(),
                        p.getName()));
    }

    List<Statement> statements(UUID call) {
        return db.select(ROLL_STATEMENT.ROLL_PERSON_ID, ROLL_REPORT.PLACE_ID, ROLL_STATEMENT.SAYS, ROLL_REPORT.SAID_AT)
                .from(ROLL_STATEMENT)
                .join(ROLL_REPORT)
                .on(ROLL_REPORT.DISTRICT_ID.eq(ROLL_STATEMENT.DISTRICT_ID), ROLL_REPORT.ID.eq(ROLL_STATEMENT.REPORT_ID))
                .where(ROLL_REPORT.CALL_ID.eq(call)).orderBy(ROLL_REPORT.SAID_AT, ROLL_REPORT.STORED_AT)
                .fetch(r -> new Statement(r.get(ROLL_STATEMENT.ROLL_PERSON_ID), r.get(ROLL_REPORT.PLACE_ID),
                        Says.valueOf(r.get(ROLL_STATEMENT.SAYS)), r.get(ROLL_REPORT.SAID_AT)));
    }

    /** Whom this person themselves, on their phone, has said to be in this room. */
    Set<UUID> saidBy(UUID call, UUID place, UUID person) {
        return db.select(ROLL_STATEMENT.ROLL_PERSON_ID).from(ROLL_STATEMENT).join(ROLL_REPORT)
                .on(ROLL_REPORT.DISTRICT_ID.eq(ROLL_STATEMENT.DISTRICT_ID), ROLL_REPORT.ID.eq(ROLL_STATEMENT.REPORT_ID))
                .where(ROLL_REPORT.CALL_ID.eq(call)).and(ROLL_REPORT.PLACE_ID.eq(place))
                .and(ROLL_REPORT.BY_PERSON.eq(person)).and(ROLL_REPORT.SOURCE.eq(Source.PHONE.name()))
                .and(ROLL_STATEMENT.SAYS.ne(Says.MISSING.name())).fetchSet(ROLL_STATEMENT.ROLL_PERSON_ID);
    }

    private List<Report> reports(UUID call) {
        return db.selectFrom(ROLL_REPORT).where(ROLL_REPORT.CALL_ID.eq(call))
                .orderBy(ROLL_REPORT.SAID_AT, ROLL_REPORT.STORED_AT)
                .fetch(r -> new Report(r.getId(), r.getPlaceId(), Source.valueOf(r.getSource()), r.getSecured(),
                        r.getSaidAt(), r.getByName()));
    }

    /** The row of the person who reports, by the e-mail their account and their roster have in common. */
    Optional<UUID> reporter(UUID call, UUID person) {
        return rosters.emailOf(person)
                .flatMap(email -> db.select(ROLL_PERSON.ID).from(ROLL_PERSON).where(ROLL_PERSON.CALL_ID.eq(call))
                        .and(ROLL_PERSON.KIND.eq(Kind.STAFF.name()))
                        .and(ROLL_PERSON.EMAIL.eq(email.toLowerCase(java.util.Locale.ROOT))).limit(1)
                        .fetchOptional(ROLL_PERSON.ID));
    }

    private List<RollCall> calls(Condition which) {
        return db.selectFrom(ROLL_CALL).where(which).orderBy(ROLL_CALL.BEGUN_AT.desc())
                .fetch(r -> new RollCall(r.getDistrictId(), r.getId(), r.getAgencyId(), r.getSchoolId(),
                        r.getAlertId(), AlertStatus.valueOf(r.getStatus()), r.getAction(), r.getBegunAt()));
    }
}
