package org.daywatch.planning.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.planning.assistance.IndividualPlan.Action;
import org.daywatch.planning.assistance.IndividualPlan.Words;
import org.daywatch.planning.assistance.IndividualPlans;
import org.daywatch.planning.operationsplans.OperationsPlanStore;
import org.daywatch.planning.operationsplans.PlanCommands;
import org.daywatch.planning.operationsplans.content.BasicSection;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.planning.operationsplans.seal.PlanOpenings;
import org.daywatch.planning.standards.StandardCheck.Answer;
import org.daywatch.planning.standards.StandardChecks;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoFiles;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The high school's plan, approved in August, and its next edition after the drill; the middle school's, whose review
 * is overdue; two students who need help.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class PlansChapter implements DemoChapter {

    private final PlanCommands commands;
    private final OperationsPlanStore plans;
    private final PlanOpenings openings;
    private final StandardChecks standards;
    private final IndividualPlans individual;
    private final ClassRosters rosters;
    private final Campuses campuses;
    private final Organizations organizations;
    private final JsonMapper json;

    PlansChapter(PlanCommands commands, OperationsPlanStore plans, PlanOpenings openings, StandardChecks standards,
            IndividualPlans individual, ClassRosters rosters, Campuses campuses,
            Organizations organizations, JsonMapper json) {
        this.commands = commands;
        this.plans = plans;
        this.openings = openings;
        this.standards = standards;
        this.individual = individual;
        this.rosters = rosters;
        this.campuses = campuses;
        this.organizations = organizations;
        this.json = json;
    }

    /** After the schools and their people: the plan lies on the table when the year begins. */
    @Override
    public int order() {
        return 12;
    }

    @Override
    public void tell(DemoStory story) {
        var principal = actor(story, "principal@demo.daywatch.example", "Morgan Sedgewick", Role.PRINCIPAL,
                "ironwood-high");
        var other = actor(story, "principal.kestrel@demo.daywatch.example", "Avery Lindqvist", Role.PRINCIPAL,
                "kestrel");
        var director = actor(story, "safety@demo.daywatch.example", "Taylor Winslow", Role.SAFETY_DIRECTOR, null);
        on(story, LocalDate.of(2026, 7, 20), "09:00", () -> write(story, "ironwood-high", principal));
        on(story, LocalDate.of(2026, 7, 21), "09:00", () -> write(story, "kestrel", other));
        on(story, LocalDate.of(2026, 8, 3), "11:00",
                () -> approve(story, "ironwood-high", director, LocalDate.of(2026, 8, 3)));
        on(story, LocalDate.of(2026, 8, 3), "11:20",
                () -> approve(story, "kestrel", director, LocalDate.of(2025, 10, 6)));
        on(story, LocalDate.of(2026, 8, 5), "10:00",
                () -> check(story, principal, "AZ-EOP-SCHOOL", Answer.MET, "Approved on 3 August 2026"));
        on(story, LocalDate.of(2026, 8, 5), "10:02", () -> check(story, principal, "AZ-EOP-DISABILITIES", Answer.MET,
                "Section: people with disabilities and other needs"));
        on(story, LocalDate.of(2026, 8, 5), "10:03",
                () -> check(story, principal, "AZ-EOP-YEARLY", Answer.MET, "Editions of 2025 and 2026"));
        on(story, LocalDate.of(2026, 8, 5), "10:06", () -> check(story, principal, "AZ-EOP-EVERYBODY", Answer.NOT_MET,
                "Substitutes of the second term are still to be trained"));
        on(story, LocalDate.of(2026, 11, 5), "08:10",
                () -> openings.open(plans.inForce(story.the("ironwood-high")).orElseThrow(), director.person(),
                        director.name(),
                        "Before the lockdown drill of 10 November", false));
        on(story, LocalDate.of(2026, 11, 12), "15:30", () -> next(story, principal));
        on(story, LocalDate.of(2026, 11, 13), "08:00", () -> students(story, principal));
    }

    private void write(DemoStory story, String school, Actor actor) {
        var text = text(actor.name());
        UUID id = commands.begin(actor, campus(story, school));
        commands.write(actor, id, "BASIC", empty -> text);
        commands.submit(actor, id, campus(story, school), lacks -> lacks.gaps().toString());
    }

    private void approve(DemoStory story, String school, Actor director, LocalDate day) {
        commands.approve(director, plans.ofSchool(story.the(school)).getFirst().id(), campus(story, school), day);
    }

    private void check(DemoStory story, Actor actor, String code, Answer answer, String evidence) {
        standards.answer(actor, plans.inForce(story.the("ironwood-high")).orElseThrow(), "AZ", LocalDate.of(2026, 8, 5),
                code, answer, evidence);
    }

    /** What last week's drill taught stands in the draft of the next edition. */
    private void next(DemoStory story, Actor actor) {
        UUID id = commands.begin(actor, campus(story, "ironwood-high"));
        commands.write(actor, id, "LOCKDOWN", plan -> {
            var phases = new EnumMap<Phase, Course>(plan.annex("LOCKDOWN").phases());
            var during = phases.get(Phase.DURING);
            phases.put(Phase.DURING, new Course(during.goal(), during.objectives(), during.actions()
                    .replace("answers on its phone", "answers on its phone; the gym answers first by radio")));
            return plan.with("LOCKDOWN", new Annex(phases));
        });
        commands.write(actor, id, BasicSection.TRAINING.name(), plan -> plan.with(BasicSection.TRAINING,
                plan.text(BasicSection.TRAINING) + "\nSubstitutes are shown the card on their first morning."));
    }

    private void students(DemoStory story, Actor actor) {
        var school = campus(story, "ironwood-high");
        var students = rosters.students(school.id());
        individual.write(actor, school, students.get(3).id(), new Words(Map.of(Action.EVACUATE,
                "By the evacuation chair at the stairs of the second floor; two adults. Waits at the north gate.",
                Action.LOCKDOWN, "Beside the inner wall, brakes on, lights off.", Action.SHELTER,
                "In the room of the class; not by the elevator."),
                "Teacher of the lesson and the nearest staff member; the nurse stands in.",
                "Evacuation chair, second floor, stairs B.", "In the nurse's red bag, which comes along."));
    }

    private PlanContent text(String leader) {
        try {
            return json.readValue(
                    Files.readString(DemoFiles.copy("operations-plan.json")).replace("Morgan Sedgewick", leader),
                    PlanContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Campus campus(DemoStory story, String name) {
        return campuses.find(story.the(name)).orElseThrow();
    }

    private static void on(DemoStory story, LocalDate day, String time, Runnable what) {
        UUID district = story.the("ironwood");
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(district), what));
    }

    private Actor actor(DemoStory story, String email, String name, Role role,
            @org.jspecify.annotations.Nullable String school) {
        UUID at = school == null ? null : story.the(school);
        UUID district = story.the("ironwood");
        UUID person = Tenancy.as(Scope.system(story.agency()),
                () -> organizations.join(district, email, name, role, at));
        return new Actor(person, name, district, "Ironwood Valley Unified District", role, role.defaults(), at,
                Capacity.NONE, Ids.next(), "en");
    }
}
