package org.daywatch.relationships.demo;

import static org.daywatch.relationships.triage.TipOutcome.COUNSELING;
import static org.daywatch.relationships.triage.TipOutcome.PARENT_TOLD;
import static org.daywatch.relationships.triage.TipOutcome.SAFETY_PLAN;
import static org.daywatch.relationships.triage.TipOutcome.THREAT_ASSESSMENT;
import static org.daywatch.relationships.triage.TipReceiver.MENTAL_HEALTH;
import static org.daywatch.relationships.triage.TipReceiver.POLICE;
import static org.daywatch.relationships.triage.TipReceiver.SCHOOL;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.demo.ListeningPeople.Team;
import org.daywatch.relationships.threats.ThreatCommands;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.About;
import org.daywatch.relationships.threats.cases.CaseFile.How;
import org.daywatch.relationships.threats.cases.CaseFile.SafetyPlan;
import org.daywatch.relationships.threats.cases.CaseFile.Student;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;
import org.daywatch.relationships.threats.cases.CaseFile.Task;
import org.daywatch.relationships.threats.cases.ThreatCommand;
import org.daywatch.relationships.threats.disclosures.Disclosure;
import org.daywatch.relationships.threats.disclosures.Disclosures;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Two tips that became threat assessments: a joke, which fades on its day, and something meant, for which a counselor
 * carries a safety plan.
 */
@Component
@ConditionalOnProperty({"daywatch.demo", "daywatch.tips.enabled"})
class AssessmentsOfThreatsChapter implements DemoChapter {

    private static final LocalDate JOKE = LocalDate.of(2026, 10, 21);
    private static final LocalDate MEANT = LocalDate.of(2026, 11, 9);
    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 12);
    private static final LocalDate REVIEW = LocalDate.of(2026, 11, 16);

    /** Police who have no account: whoever leads the assessment writes down what they say. */
    private static final String POLICE_THERE = "Officer Tate Ollerton, Ironwood Valley Police";

    private final ListeningPeople people;
    private final TipsByHand tips;
    private final ThreatDoor door;
    private final ThreatCommands commands;
    private final ThreatRules rules;
    private final Disclosures disclosures;
    private final ClassRosters rosters;
    private final OfficerSchools officers;
    private final ParentsByHand parents;

    AssessmentsOfThreatsChapter(ListeningPeople people, TipsByHand tips, ThreatDoor door, ThreatCommands commands,
            ThreatRules rules, Disclosures disclosures, ClassRosters rosters, OfficerSchools officers,
            ParentsByHand parents) {
        this.parents = parents;
        this.people = people;
        this.tips = tips;
        this.door = door;
        this.commands = commands;
        this.rules = rules;
        this.disclosures = disclosures;
        this.rosters = rosters;
        this.officers = officers;
    }

    @Override
    public int order() {
        return 17;
    }

    @Override
    public void tell(DemoStory story) {
        var team = people.team(story);
        aJoke(story, team);
        at(story, team, JOKE.plusDays(1), "14:20", () -> parents.ask(story, team, JOKE.plusDays(1)));
        meant(story, team);
    }

    private void aJoke(DemoStory story, Team team) {
        var tip = tip(story, team, JOKE,
                "On the board in 104 somebody wrote that this class will be sorry on the day of the test. Maybe a joke. Some of us did not think so.",
                Set.of(SCHOOL, MENTAL_HEALTH));
        at(story, team, JOKE, "10:20", () -> open(story, team, "joke", tip, 30,
                "A line on the board in 104: this class will be sorry on the day of the test."));
        at(story, team, JOKE, "11:40", () -> {
            gathered(story, team, "joke",
                    Map.of("TRUSTED_ADULT", "The band teacher", "SAID_OR_DONE",
                            "Wrote on the board that the class will be sorry on the day of the test", "STUDENT_SAYS",
                            "Meant that the test is hard. Wiped it off when a girl asked. Said sorry to the class.",
                            "BEFORE", "A joke about grades that went around", "WHO_IS_CONCERNED",
                            "Two girls of the class, not anymore since", "MEANS", "None known", "HELP_NOW",
                            "None needed"));
            says(story, team.counselor(), "joke", About.TRANSIENT, "A joke, and taken back the same hour.", "");
            says(story, team.principal(), "joke", About.TRANSIENT, "I agree. The class has heard it from the student.",
                    "");
            says(story, team.principal(), "joke", About.TRANSIENT, "Nothing that would concern police.", POLICE_THERE);
            toldParent(story, team, "joke", JOKE, How.PHONE, "Laughed first, then talked about it at home.");
        });
        at(story, team, JOKE.plusDays(1), "09:00", () -> tips.end(team.counselor(), tip,
                EnumSet.of(COUNSELING, PARENT_TOLD, THREAT_ASSESSMENT),
                "A joke. Talked with the student and the class."));
    }

    private void meant(DemoStory story, Team team) {
        var tip = tip(story, team, MEANT,
                "Some people in the gym laughed at a student, who said that all of them will be sorry on Friday. It did not sound like a joke. Nobody talks to that student right now.",
                Set.of(SCHOOL, MENTAL_HEALTH, POLICE));
        at(story, team, MEANT, "10:20", () -> {
            open(story, team, "meant", tip, 12,
                    "Said in the gym, after others laughed, that all of them will be sorry on Friday.");
            tips.answer(team.counselor(), tip,
                    "Thank you. We talk with the student today, and nobody learns from us that somebody wrote.");
        });
        at(story, team, MEANT.plusDays(1), "09:40", () -> {
            gathered(story, team, "meant",
                    Map.of("TRUSTED_ADULT", "The art teacher, every day after lunch", "GOES_WELL",
                            "Draws; plays guitar",
                            "SAID_OR_DONE", "That all of them will be sorry on Friday", "STUDENT_SAYS",
                            "Wanted them to stop. Does not take it back yet.", "BEFORE",
                            "Laughed at in the gym for weeks; a film of it went around", "WHO_IS_CONCERNED",
                            "A classmate, the art teacher", "MEANS", "None known", "HELP_NOW",
                            "The art teacher; the mother",
                            "HELP_NEEDED", "That the laughing stops; somebody to eat with"));
            act(story, team.counselor(), "meant", at -> new ThreatCommand.Share(true, at.by()));
        });
        at(story, team, DECIDED, "09:30", () -> decided(story, team));
        at(story, team, DECIDED, "15:30", () -> toldParent(story, team, "meant", DECIDED, How.IN_PERSON,
                "Was glad to be asked. Picks up on Fridays until the review."));
        at(story, team, DECIDED, "15:50", () -> planGoesHome(story, team));
        at(story, team, DECIDED.plusDays(1), "10:10", () -> {
            act(story, team.counselor(), "meant", at -> new ThreatCommand.FinishTask(0, at.today(), at.by()));
            tips.end(team.counselor(), tip, EnumSet.of(COUNSELING, PARENT_TOLD, THREAT_ASSESSMENT, SAFETY_PLAN),
                    "Assessed by the team; a safety plan is in place.");
        });
        at(story, team, REVIEW, "14:10", () -> act(story, team.counselor(), "meant",
                at -> new ThreatCommand.RecordReview(
                        "Ate with two others on Thursday and Friday. Says now that it was anger. Goes on as planned.",
                        REVIEW.plusDays(15), at.today(), rules.latestReview(at.school(), at.today()), at.by())));
    }

    private void decided(DemoStory story, Team team) {
        says(story, team.counselor(), "meant", About.SERIOUS,
                "Meant when it was said, out of weeks of being laughed at.", "");
        says(story, team.principal(), "meant", About.SERIOUS, "Serious. The laughing is ours to end.", "");
        officerSays(story, team, About.SERIOUS, "Serious; no sign of any preparation.");
        act(story, team.counselor(), "meant",
                at -> new ThreatCommand.DraftPlan(new SafetyPlan(
                        "An art teacher whom the student trusts; a mother who answers at once; draws and plays guitar.",
                        List.of(new Task("Gym with another class; the film is taken down", "Dean of students",
                                DECIDED.plusDays(1), null),
                                new Task("Somebody to eat with: asks two students of the art class", "The art teacher",
                                        REVIEW.plusDays(4), null),
                                new Task("Meets every Tuesday and Thursday after lunch", "Rowan Estabrook",
                                        REVIEW.plusDays(15), null)),
                        false, REVIEW), at.today(), rules.latestReview(at.school(), at.today()), at.by()));
        says(story, team.counselor(), "meant", About.PLAN, "I carry it.", "");
        says(story, team.principal(), "meant", About.PLAN, "Agreed.", "");
        officerSays(story, team, About.PLAN,
                "Agreed. I say good morning at the door and leave the rest to the school.");
    }

    private UUID tip(DemoStory story, Team team, LocalDate day, String words, Set<TipReceiver> to) {
        var tip = tips.tip(day, "en", words);
        at(story, team, day, "09:15", () -> tips.hand(team, tip));
        at(story, team, day, "09:40",
                () -> tips.sendOn(team.analyst(), tip.id(), TipClass.ROUTINE, TipCategory.THREAT, to));
        return tip.id();
    }

    private void open(DemoStory story, Team team, String name, UUID tip, int student, String report) {
        tips.takeUp(team.counselor(), tip);
        var who = rosters.students(team.school()).get(student);
        story.remember(name, door.at(team.counselor(), at -> commands.open(at, team.counselor().person(),
                team.principal().person(), new Student(who.name(), who.id()), report)));
    }

    private void gathered(DemoStory story, Team team, String name, Map<String, String> answers) {
        act(story, team.counselor(), name, at -> new ThreatCommand.AnswerSupport(SupportPlan.NO, at.by()));
        act(story, team.counselor(), name, at -> new ThreatCommand.Gather(answers, at.by()));
    }

    /** @param police without an account, whose word this is; empty: it is one's own */
    private void says(DemoStory story, Actor who, String name, About about, String words, String police) {
        act(story, who, name, at -> new ThreatCommand.GiveWord(about, words, police, at.today(),
                rules.fades(at.school(), at.today()), at.by()));
    }

    /** Whoever is on post says it themselves. */
    private void officerSays(DemoStory story, Team team, About about, String words) {
        var there = Tenancy.as(Scope.system(story.agency()), () -> officers.at(team.school())).entrySet().stream()
                .findFirst();
        if (there.isEmpty()) says(story, team.principal(), "meant", about, words, POLICE_THERE);
        else
            says(story, ListeningPeople.officer(story, there.get().getKey(), there.get().getValue()), "meant", about,
                    words, "");
    }

    private void toldParent(DemoStory story, Team team, String name, LocalDate day, How how, String answer) {
        act(story, team.counselor(), name, at -> new ThreatCommand.TellParent(day, how, "en", answer, at.by()));
    }

    private void planGoesHome(DemoStory story, Team team) {
        Tenancy.as(team.counselor().scope(), () -> door.with(team.counselor(), story.the("meant"), (at, c) -> {
            var ground = disclosures.grounds(at.today()).stream().filter(g -> g.code().equals("OWN_CHILD")).findFirst();
            disclosures.add(at, c,
                    new Disclosure.Asked(new Disclosure.Recipient(Disclosure.To.PARENT, null, "The mother"),
                            Disclosure.What.SAFETY_PLAN, ground.orElseThrow(),
                            "Asked for a copy, to talk about it at home", 0));
            return c.id();
        }));
    }

    private void act(DemoStory story, Actor who, String name, Function<Entrance, ThreatCommand> command) {
        Tenancy.as(who.scope(), () -> door.with(who, story.the(name), (at, c) -> {
            commands.act(c.id(), c.version(), _ -> command.apply(at));
            return c.id();
        }));
    }

    private static void at(DemoStory story, Team team, LocalDate day, String time, Runnable what) {
        NamelessTipsChapter.at(story, team, day, time, what);
    }
}
