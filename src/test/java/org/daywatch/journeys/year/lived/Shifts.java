package org.daywatch.journeys.year.lived;

import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.staffing.Tables.POST;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.journeys.year.Script;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.duty.Duties;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.postplans.PlanJobs;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;

/**
 * Officers on posts. Each line of the script that says SHIFT is a request the agency agrees to; its posts are planned
 * for the whole year, and the officer takes each of them by their own act. On its day they check in at the desk, leave
 * and come back, and check out.
 */
public final class Shifts {

    private static final LocalDate PAPERS_SINCE = LocalDate.of(2026, 1, 5);
    private static final LocalDate PERMITTED_UNTIL = LocalDate.of(2027, 6, 30);
    /** What no program looks at: their department lets them work, and they may be among children. */
    private static final Set<Credential.Kind> KEPT = Set.of(Credential.Kind.WORK_PERMISSION,
            Credential.Kind.FINGERPRINT_CARD);

    private final Stage stage;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<List<Object>, Taken> taken = new HashMap<>();

    private record Taken(UUID shift, UUID post) {}

    public Shifts(Stage stage) {
        this.stage = stage;
    }

    /** Before the year. Whoever takes a post must hold what it takes. */
    public void take() {
        stage.run(() -> {
            stage.the(DepartmentTerms.class)
                    .put(AgreedTerms.usual(Tenancy.tenant(), stage.cast.department(), 1, "NONE", Set.of(), stage.zone));
            stage.officerIds.values().forEach(officer -> papers(officer, Credential.State.VALID));
            stage.schools.forEach((key, id) -> codes.put(key, stage.the(DSLContext.class).select(SCHOOL.DESK_CODE)
                    .from(SCHOOL).where(SCHOOL.ID.eq(id)).fetchSingle(SCHOOL.DESK_CODE)));
        });
        var rows = stage.script.rows("facts.csv").stream()
                .filter(r -> Set.of("SHIFT", "TAKEN_BACK").contains(r.getField("what"))).toList();
        var requests = stage.as(() -> stage.the(RequestCommands.class).agree(rows.stream().map(this::content).toList(),
                stage.cast.department()));
        Tenancy.run(Scope.system(stage.cast.agency()),
                () -> stage.the(PlanJobs.class).run(stage.script.firstDay(), stage.script.lastDay(), true));
        for (int i = 0; i < rows.size(); i++) accept(rows.get(i), requests.get(i));
        stage.heard();
    }

    /** Nobody could show what they had been entered with: they are taken out of the officer's file again. */
    public void papersWithdrawn(Script.Fact fact) {
        stage.run(() -> papers(stage.officerIds.get(fact.officer()), Credential.State.WITHDRAWN));
    }

    private void papers(UUID officer, Credential.State state) {
        for (var kind : Credential.Kind.values()) {
            if (kind.compareTo(Credential.Kind.WORK_PERMISSION) > 0
                    || state != Credential.State.VALID && KEPT.contains(kind))
                continue;
            stage.the(OfficerCommands.class).record(officer,
                    new Credential(Ids.next(), kind, "", PAPERS_SINCE,
                            kind == Credential.Kind.WORK_PERMISSION ? PERMITTED_UNTIL : null,
                            kind.needsHours() ? BigDecimal.valueOf(40) : null, state));
        }
    }

    private RequestContent content(NamedCsvRecord row) {
        var words = row.getField("days").split(" ");
        var ends = words[0].split("\\.\\.");
        var first = LocalDate.parse(ends[0]);
        var weekdays = Arrays.stream(words).skip(1).map(
                w -> Arrays.stream(DayOfWeek.values()).filter(d -> d.name().startsWith(w)).findFirst().orElseThrow())
                .collect(Collectors.toSet());
        boolean once = ends.length == 1;
        var from = from(row);
        return new RequestContent(stage.schools.get(row.getField("school")),
                once ? RequestKind.ONE_OFF : RequestKind.RECURRING, role(row), 1, first,
                once ? first : LocalDate.parse(ends[1]),
                once ? Set.of(first.getDayOfWeek()) : weekdays, from,
                from.plusMinutes(Integer.parseInt(row.getField("minutes"))), "An officer at this school",
                "Walk the doors.", "", "Front office",
                WorkKind.SCHOOL_SAFETY);
    }

    private OfficerRole role(NamedCsvRecord row) {
        return OfficerRole.valueOf(stage.script.rows("people.csv").stream()
                .filter(r -> r.getField("what").equals("OFFICER") && r.getField("key").equals(row.getField("officer")))
                .findFirst()
                .orElseThrow().getField("detail"));
    }

    private static LocalTime from(NamedCsvRecord row) {
        return row.getField("detail").isEmpty() ? Script.IN : LocalTime.parse(row.getField("detail"));
    }

    private void accept(NamedCsvRecord row, UUID request) {
        var db = stage.the(DSLContext.class);
        var person = stage.officers.get(row.getField("officer")).person();
        stage.run(() -> db.select(POST.ID, POST.DAY).from(POST).where(POST.REQUEST_ID.eq(request)).orderBy(POST.DAY)
                .fetch()
                .forEach(post -> taken.put(
                        List.of(post.value2(), row.getField("school"), row.getField("officer"), from(row)),
                        new Taken(stage.the(Acceptances.class).accept(person, post.value1()), post.value1()))));
    }

    /** @param today all that happens that day */
    public void plan(Day day, List<Script.Fact> today) {
        for (var fact : today) {
            switch (fact.what()) {
                case "SHIFT" -> shift(day, fact, today);
                case "TAKEN_BACK" -> takenBack(day, fact);
                default -> { /* no shift */ }
            }
        }
    }

    private void shift(Day day, Script.Fact fact, List<Script.Fact> today) {
        var from = begins(fact);
        var to = from.plus(Duration.ofMinutes(fact.minutes()));
        if (today.stream().anyMatch(f -> f.what().equals("FORGOT") && f.officer().equals(fact.officer()))) {
            day.at(stage.at(fact.day(), LocalTime.of(19, 0)),
                    () -> as(null, () -> stage.the(ShiftCommands.class).handle(taken(fact).shift(),
                            new ShiftCommand.RecordWorked(new Window(from, to), "",
                                    "They stood there and forgot to check in"))));
            return;
        }
        day.at(from, () -> as(fact, () -> checkIn(fact)));
        var left = from.plus(Duration.ofMinutes(1)); // they check in before they leave
        for (var gone : today) {
            if (!gone.what().equals("AWAY") || !gone.officer().equals(fact.officer())
                    || !gone.school().equals(fact.school()))
                continue;
            var since = stage.at(gone.day(), gone.from(left.atZone(stage.zone).toLocalTime()));
            day.at(since, () -> as(fact,
                    () -> stage.the(Duties.class).leaveCampus(person(fact), taken(fact).shift(), gone.word())));
            day.at(since.plus(Duration.ofMinutes(gone.minutes())),
                    () -> as(fact, () -> stage.the(Duties.class).backOnCampus(person(fact), taken(fact).shift())));
        }
        day.at(to, () -> as(fact, () -> stage.the(Duties.class).checkOut(person(fact), taken(fact).shift(), "")));
    }

    /**
     * They came for one thing only, which is not the program's time: they check in for it, and the coordinator takes
     * that back and the post with it.
     */
    private void takenBack(Day day, Script.Fact fact) {
        var from = begins(fact);
        day.at(from, () -> as(fact, () -> checkIn(fact)));
        day.at(from.plus(Duration.ofMinutes(fact.minutes() - 5)), () -> as(null, () -> {
            stage.the(ShiftCommands.class).handle(taken(fact).shift(),
                    new ShiftCommand.ReverseCheckIn("Came for the drill; their department pays them for it", false));
            stage.the(PostCommands.class).cancel(taken(fact).post(),
                    "Came for the drill; their department pays them for it");
        }));
    }

    private void checkIn(Script.Fact fact) {
        stage.the(Duties.class).checkIn(person(fact), taken(fact).shift(), null, codes.get(fact.school()));
    }

    /** @param fact of the officer who acts; null: the coordinator */
    private void as(Script.@org.jspecify.annotations.Nullable Fact fact, Runnable act) {
        Tenancy.run((fact == null ? stage.coordinator() : stage.officers.get(fact.officer())).scope(), act);
    }

    private UUID person(Script.Fact fact) {
        return stage.officers.get(fact.officer()).person();
    }

    private Instant begins(Script.Fact fact) {
        return stage.at(fact.day(), fact.from(Script.IN));
    }

    private Taken taken(Script.Fact fact) {
        var found = taken.get(List.of(fact.day(), fact.school(), fact.officer(), fact.from(Script.IN)));
        if (found == null) throw new AssertionError("nobody planned a post for " + fact);
        return found;
    }
}
