package org.daywatch.prevention.demo;

import static org.daywatch.prevention.assessments.results.Answer.IN_PLACE;
import static org.daywatch.prevention.assessments.results.Answer.NOT;
import static org.daywatch.prevention.assessments.results.Answer.NOT_APPLICABLE;
import static org.daywatch.prevention.assessments.results.Answer.PARTLY;
import static org.daywatch_db.prevention.Tables.MEASURE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentAnswers.Measured;
import org.daywatch.prevention.assessments.AssessmentCommand;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.assessments.AssessmentCommands;
import org.daywatch.prevention.assessments.SiteAssessment.Assessor;
import org.daywatch.prevention.assessments.SiteAssessment.Response;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Layer;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.prevention.measures.MeasureCommand;
import org.daywatch.prevention.measures.MeasureCommands;
import org.daywatch.prevention.measures.MeasureStore;
import org.daywatch.staffing.SchoolOfficers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The high school assessed a year ago, put in from paper, and again last week; a middle and an elementary school half
 * walked; an elementary school whose five years run out.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class AssessmentsChapter implements DemoChapter {

    private static final Map<String, Answer> HIGH_THEN = Map.ofEntries(Map.entry("B-01", NOT),
            Map.entry("B-02", PARTLY), Map.entry("B-05", NOT), Map.entry("B-06", NOT), Map.entry("B-08", NOT),
            Map.entry("B-09", NOT), Map.entry("B-10", NOT), Map.entry("B-12", NOT), Map.entry("B-15", NOT),
            Map.entry("B-18", NOT), Map.entry("I-07", NOT), Map.entry("I-01", PARTLY), Map.entry("I-04", PARTLY),
            Map.entry("I-15", NOT), Map.entry("I-18", NOT), Map.entry("I-23", NOT), Map.entry("P-03", PARTLY),
            Map.entry("P-10", NOT), Map.entry("P-12", NOT), Map.entry("G-02", PARTLY), Map.entry("G-08", PARTLY),
            Map.entry("G-09", NOT_APPLICABLE), Map.entry("G-14", NOT), Map.entry("D-05", PARTLY),
            Map.entry("D-15", NOT), Map.entry("D-16", NOT), Map.entry("I-09", PARTLY), Map.entry("B-19", NOT));
    private static final Map<String, Answer> HIGH_NOW = Map.ofEntries(Map.entry("B-02", PARTLY), Map.entry("B-05", NOT),
            Map.entry("B-10", NOT), Map.entry("B-12", NOT), Map.entry("B-15", NOT),
            Map.entry("B-18", NOT), Map.entry("I-15", NOT), Map.entry("I-18", NOT), Map.entry("I-23", NOT),
            Map.entry("P-10", PARTLY), Map.entry("P-12", NOT), Map.entry("G-08", NOT),
            Map.entry("G-09", NOT_APPLICABLE),
            Map.entry("G-14", NOT), Map.entry("D-15", PARTLY), Map.entry("D-16", NOT));
    private static final Map<String, String> EVIDENCE = Map.of("B-02",
            "Door 7 stops a hand's breadth open when the wind is on it; tried twice from both positions.", "B-05",
            "From the desk the hall is open: walked through twice without being stopped.", "G-08",
            "Four of eleven lamps of the east car park were out after the football game.", "B-12",
            "Plain glass beside door 1; no mark in the corner of the pane.",
            "P-10", "Planters at the bus loop, none at the parents' loop.", "D-15",
            "A radio of the fire department fails in the west stairs and under the stage.");
    private static final Map<String, String> PLACE = Map.of("B-02", "Door 7, north side", "B-05", "Main entrance",
            "G-08", "East car park", "B-12", "Door 1", "P-10", "Parents' loop", "D-15", "West stairs");

    /** Where on the plan of the high school, in percent from the left and upper edge. */
    private static final Map<String, List<Double>> POINTS = Map.of("B-02", List.of(52.0, 24.0), "B-05",
            List.of(50.0, 84.0), "G-08", List.of(92.0, 70.0), "B-12", List.of(41.0, 87.0), "P-10", List.of(24.0, 94.0),
            "D-15", List.of(24.0, 58.0));

    private final Organizations organizations;
    private final Campuses campuses;
    private final Instruments instruments;
    private final AssessmentCommands commands;
    private final MeasureCommands measures;
    private final MeasureStore proposed;
    private final SchoolOfficers officers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AssessmentsChapter(Organizations organizations, Campuses campuses, Instruments instruments,
            AssessmentCommands commands, MeasureCommands measures, MeasureStore proposed,
            SchoolOfficers officers, Clock clock, PlatformTransactionManager transactions) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.instruments = instruments;
        this.commands = commands;
        this.measures = measures;
        this.proposed = proposed;
        this.officers = officers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Before the shifts, which take the clock past last week. */
    @Override
    public int order() {
        return 38;
    }

    @Override
    public void tell(DemoStory story) {
        var instrument = instruments.get("CAMPUS", 1);
        var walker = coordinator(story);
        var director = director(story, "ironwood", "safety@demo.daywatch.example", "Taylor Winslow");
        var high = school(story, "ironwood-high");
        at(story, LocalDate.of(2026, 11, 2), "10:00",
                () -> whole(high, instrument, HIGH_THEN, null, LocalDate.of(2025, 11, 12),
                        new Response(300, "Dispatch log, middle of nine calls", false), walker, director));
        at(story, LocalDate.of(2026, 11, 11), "09:05", () -> {
            var officer = officer(high, walker);
            var id = whole(high, instrument, HIGH_NOW, story.the("plan ironwood-high"), LocalDate.of(2026, 11, 10),
                    new Response(240, "Dispatch log, middle of eleven calls", false), officer, director);
            propose(high, instrument, id, officer, director);
        });
        at(story, LocalDate.of(2026, 11, 12), "13:10",
                () -> half(school(story, "kestrel"), instrument, officer(school(story, "kestrel"), walker)));
        at(story, LocalDate.of(2026, 11, 13), "10:40",
                () -> half(school(story, "thistle"), instrument, officer(school(story, "thistle"), walker)));
        var other = director(story, "palo-brea", "safety.palobrea@demo.daywatch.example", "Reese Montoya-Field");
        at(story, LocalDate.of(2026, 11, 3), "09:00",
                () -> whole(school(story, "estrella"), instrument,
                        Map.of("D-16", NOT, "P-12", NOT, "B-18", NOT, "I-23", NOT, "B-17", NOT), null,
                        LocalDate.of(2021, 12, 8), null,
                        walker, other));
    }

    private UUID whole(Campus school, Instrument instrument, Map<String, Answer> except, @Nullable UUID plan,
            LocalDate day, @Nullable Response response, By walker, By director) {
        var id = commands.begin(school, instrument, response, walker, Ids.next());
        for (var item : instrument.items())
            answer(id, item.id(), except.getOrDefault(item.id(), IN_PLACE), plan, walker);
        if (except.getOrDefault("B-01", IN_PLACE) == IN_PLACE && except.containsKey("B-05")) {
            commands.measure(id, new Measured("INTRUDER-FRONT", 3, 45, null,
                    "Stop watch, walked twice with the principal", walker.name()));
        }
        commands.handle(id,
                new AssessmentCommand.Submit(day, 265, instrument.items().size(), assessor(walker), walker));
        commands.handle(id, new AssessmentCommand.Accept(true, 0, Set.of(walker.person()), false,
                "Read through with the principal.", director));
        return id;
    }

    private static Assessor assessor(By walker) {
        return walker.officerId() == null
                ? new Assessor(Assessor.Capacity.STAFF, "Ironwood Unified", "", null)
                : new Assessor(Assessor.Capacity.OFFICER, "Ironwood Valley Police Department",
                        "Campus assessment course, 24 hours", LocalDate.of(2028, 6, 30));
    }

    private void half(Campus school, Instrument instrument, By walker) {
        var id = commands.begin(school, instrument, null, walker, Ids.next());
        var gaps = new HashMap<String, Answer>(Map.of("P-07", PARTLY, "B-02", NOT, "B-08", PARTLY));
        for (var layer : List.of(Layer.GROUNDS_PERIMETER, Layer.GROUNDS))
            for (var item : instrument.of(layer))
                answer(id, item.id(), gaps.getOrDefault(item.id(), IN_PLACE), null, walker);
        instrument.of(Layer.BUILDING_PERIMETER).stream().limit(9)
                .forEach(item -> answer(id, item.id(), gaps.getOrDefault(item.id(), IN_PLACE), null, walker));
    }

    private void answer(UUID id, String item, Answer answer, @Nullable UUID plan, By by) {
        boolean gap = answer.gap();
        var where = gap && plan != null ? POINTS.get(item) : null;
        commands.answer(id, item,
                new Found(answer, gap ? EVIDENCE.getOrDefault(item, "") : "", gap ? PLACE.getOrDefault(item, "") : "",
                        null, null,
                        where == null ? null : new Mark(plan, where.get(0), where.get(1)), clock.instant(), by.name(),
                        by.person()));
    }

    private void propose(Campus school, Instrument instrument, UUID assessment, By walker, By director) {
        propose(school, instrument, assessment, "B-02", 1, 1_850, "Maintenance budget", walker);
        propose(school, instrument, assessment, "B-05", 1, 148_000, "Bond of 2024", walker);
        propose(school, instrument, assessment, "B-12", 0, null, "", walker);
        propose(school, instrument, assessment, "P-10", 0, null, "", walker);
        var decider = new MeasureCommand.By(director.person(), director.name(), true);
        for (var m : proposed.list(MEASURE.SCHOOL_ID.eq(school.id()))) {
            if (m.item().equals("B-02"))
                measures.handle(m.id(), new MeasureCommand.Approve(null, "", "This month.", decider));
            if (!m.item().equals("P-10")) continue;
            measures.handle(m.id(), new MeasureCommand.Approve(null, "", "", decider));
            measures.handle(m.id(), new MeasureCommand.Finish("Parents wait by the library now.", null, decider));
        }
    }

    private void propose(Campus school, Instrument instrument, UUID assessment, String item, int option,
            @Nullable Integer dollars, String payer, By by) {
        var known = java.util.Objects.requireNonNull(instrument.byId().get(item));
        var chosen = known.options().get(option);
        measures.propose(school,
                new MeasureCommands.Wish(assessment, item, known.text().en(), chosen.text().en(), chosen.cost(),
                        dollars, payer),
                new MeasureCommand.By(by.person(), by.name(), false),
                Ids.next());
    }

    private Campus school(DemoStory story, String name) {
        return campuses.find(story.the(name)).orElseThrow();
    }

    /** Who put last year's papers in. */
    private By coordinator(DemoStory story) {
        return new By(organizations.join(story.agency(), "coordinator@demo.daywatch.example", "Robin Alder",
                Role.COORDINATOR, null), "Robin Alder", null, false, Role.COORDINATOR);
    }

    /** The officer who has been at the school in the week of the walk. */
    private By officer(Campus school, By otherwise) {
        return officers.since(school.id(), LocalDate.of(2026, 11, 9)).stream().findFirst()
                .map(o -> new By(o.person(), o.name(), o.officer(), false, Role.OFFICER)).orElse(otherwise);
    }

    private By director(DemoStory story, String district, String email, String name) {
        return new By(organizations.join(story.the(district), email, name, Role.SAFETY_DIRECTOR, null), name, null,
                true, Role.SAFETY_DIRECTOR);
    }

    private void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()),
                () -> transaction.executeWithoutResult(t -> what.run())));
    }
}
