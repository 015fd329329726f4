package org.daywatch.relationships.demo;

import static org.daywatch.relationships.triage.TipOutcome.COUNSELING;
import static org.daywatch.relationships.triage.TipOutcome.PARENT_TOLD;
import static org.daywatch.relationships.triage.TipReceiver.MENTAL_HEALTH;
import static org.daywatch.relationships.triage.TipReceiver.SCHOOL;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.demo.ListeningPeople.Team;
import org.daywatch.relationships.demo.TipsByHand.Written;
import org.daywatch.relationships.triage.DutyList.Turn;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.board.TipBoardCount;
import org.daywatch.relationships.triage.duty.TipDuty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * An autumn of tips about one high school: who is on duty for them, ten that ended, one in Spanish that goes to and
 * fro, one of last night about a life that was opened in three minutes, and one of this morning, with a picture, that
 * nobody has read.
 */
@Component
@ConditionalOnProperty({"daywatch.demo", "daywatch.tips.enabled"})
class NamelessTipsChapter implements DemoChapter {

    /** The writer of the tip in Spanish has it; whoever tries the demonstration reads with it what was answered. */
    static final String RECEIPT = "4417092633851206";

    private static final LocalDate SPANISH = LocalDate.of(2026, 11, 12);
    private static final LocalDate LAST_NIGHT = LocalDate.of(2026, 11, 16);

    private final ListeningPeople people;
    private final TipsByHand tips;
    private final TipDuty duty;
    private final TipBoardCount boards;

    NamelessTipsChapter(ListeningPeople people, TipsByHand tips, TipDuty duty, TipBoardCount boards) {
        this.people = people;
        this.tips = tips;
        this.duty = duty;
        this.boards = boards;
    }

    /** Before the officers, with whom the clock goes to October. */
    @Override
    public int order() {
        return 16;
    }

    @Override
    public void tell(DemoStory story) {
        var team = people.team(story);
        at(story, team, LocalDate.of(2026, 8, 3), "09:00", () -> {
            turn(team, team.analyst(), "06:00", "18:00", 1);
            turn(team, team.night(), "18:00", "06:00", 1);
            turn(team, team.analyst(), "18:00", "06:00", 2);
        });
        ENDED.forEach(one -> ended(story, team, one));
        inSpanish(story, team);
        aboutALife(story, team);
        at(story, team, story.today(), "06:10", () -> boards.count(team.district()));
        at(story, team, story.today(), "09:15", () -> tips.hand(team, tips.tip(story.today(), "en",
                "Somebody in our class gets messages every evening that nobody likes them. They laugh about it, but they do not sit with us anymore."),
                DrawnTalk.picture()));
    }

    private void turn(Team team, Actor who, String from, String until, int rank) {
        duty.put(team.district(), List.of(DayOfWeek.values()),
                new Turn(who.person(), DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(until), rank));
    }

    /** @param words as they were written. @param closing what the counselor wrote when it ended */
    private record Ended(String day, TipCategory category, Set<TipOutcome> outcomes, String language, String words,
            String closing) {}

    private static final Set<TipOutcome> TALKED = EnumSet.of(COUNSELING);
    private static final Set<TipOutcome> TALKED_HOME = EnumSet.of(COUNSELING, PARENT_TOLD);

    /**
     * Of all that ended this autumn it is said what became of them once they are eleven; two more are in the other
     * chapter.
     */
    private static final List<Ended> ENDED = List.of(
            new Ended("2026-09-10", TipCategory.BULLYING, TALKED_HOME, "en",
                    "A boy in my math class is called names every day and eats alone now.",
                    "Talked with the student, then with the three who do it. All families were called; lunch is with the robotics club now."),
            new Ended("2026-09-17", TipCategory.DEPRESSION, TALKED, "en",
                    "My friend stopped coming to band and says that nothing is fun anymore. They would not tell anybody.",
                    "They come to see me on Tuesdays, and are back in band."),
            new Ended("2026-09-24", TipCategory.CYBERBULLYING, TALKED_HOME, "en",
                    "There is a page with pictures of girls of ninth grade, and people vote on them.",
                    "The page is gone. Families were called; each of the girls was asked what to do next."),
            new Ended("2026-09-29", TipCategory.OTHER, TALKED, "en",
                    "A girl in my grade sleeps in the library at lunch. I think it is never quiet at home.",
                    "There is a place to rest in my office now, and the family has the number of the family center."),
            new Ended("2026-10-01", TipCategory.HARASSMENT, TALKED_HOME, "en",
                    "An older student waits for my sister at the bus, so we take the long way now.",
                    "Seats in the bus were changed, and the older student's parents were here."),
            new Ended("2026-10-20", TipCategory.BULLYING, TALKED, "es",
                    "Se burlan de un compañero por cómo habla inglés. Ya no quiere leer en voz alta.",
                    "Talked with the class and with the student, who reads with a partner now."),
            new Ended("2026-10-22", TipCategory.DRUGS, TALKED_HOME, "en",
                    "People vape in the second stairwell and want my brother to try.",
                    "The stairwell is watched between periods. Talked with the brother and their mother."),
            new Ended("2026-10-27", TipCategory.DEPRESSION, TALKED, "en",
                    "I do not know whom to talk to. My parents split up and I do not sleep.",
                    "The writer came by after my answer. We meet every week."),
            new Ended("2026-11-02", TipCategory.CYBERBULLYING, TALKED_HOME, "en",
                    "Our group chat is only about one person, and it does not stop.",
                    "The chat was ended by those who began it, with their parents in the room."),
            new Ended("2026-11-05", TipCategory.OTHER, TALKED, "en",
                    "A new student has nobody in any class. They came in August, and I have never heard them talk.",
                    "Two students of the same bus show them around; they joined chess."));

    private void ended(DemoStory story, Team team, Ended one) {
        var day = LocalDate.parse(one.day());
        var tip = tips.tip(day, one.language(), one.words());
        at(story, team, day, "12:15", () -> tips.hand(team, tip));
        at(story, team, day, "12:50",
                () -> tips.sendOn(team.analyst(), tip.id(), TipClass.ROUTINE, one.category(), Set.of(MENTAL_HEALTH)));
        at(story, team, day.plusWeeks(1), "14:40", () -> {
            tips.takeUp(team.counselor(), tip.id());
            tips.end(team.counselor(), tip.id(), one.outcomes(), one.closing());
        });
    }

    /** Its writer was answered and wrote again. */
    private void inSpanish(DemoStory story, Team team) {
        var tip = new Written(UUID.randomUUID(), SPANISH, false, "es",
                "Una compañera come sola en el baño todos los días. Le da miedo la cafetería. No quiero que sepa que yo lo dije.",
                RECEIPT, 0);
        at(story, team, SPANISH, "12:30", () -> tips.hand(team, tip));
        at(story, team, SPANISH, "13:20", () -> {
            tips.sendOn(team.analyst(), tip.id(), TipClass.ROUTINE, TipCategory.BULLYING,
                    Set.of(SCHOOL, MENTAL_HEALTH));
            tips.answer(team.analyst(), tip.id(),
                    "Gracias por escribir. Nadie sabrá que fuiste tú. La consejera ya lo tiene.");
        });
        at(story, team, SPANISH.plusDays(1), "08:30", () -> {
            tips.takeUp(team.counselor(), tip.id());
            tips.answer(team.counselor(), tip.id(),
                    "¿Sabes a qué hora almuerza? Así la encuentro sin que nadie pregunte por qué.");
        });
        at(story, team, SPANISH.plusDays(1), "15:45", () -> tips.hand(team, new Written(UUID.randomUUID(),
                SPANISH.plusDays(1), false, "es", "En el segundo almuerzo. Gracias por preguntar así.", RECEIPT, 1)));
        at(story, team, LAST_NIGHT, "11:50", () -> tips.answer(team.counselor(), tip.id(),
                "Hoy almorzó con dos compañeras en mi oficina. Hiciste bien en escribir."));
    }

    private void aboutALife(DemoStory story, Team team) {
        var tip = new Written(UUID.randomUUID(), LAST_NIGHT, true, "en",
                "My friend wrote that they do not want to be here anymore, and turned their phone off. They are home alone tonight, in the house behind the park.",
                tips.tip(LAST_NIGHT, "en", "").digits(), 0);
        at(story, team, LAST_NIGHT, "20:12", () -> tips.hand(team, tip));
        at(story, team, LAST_NIGHT, "20:15", () -> {
            tips.sendOn(team.night(), tip.id(), TipClass.LIFE_SAFETY, TipCategory.SUICIDE, Set.of(SCHOOL));
            tips.answer(team.night(), tip.id(),
                    "We have read this, and somebody is on the way to your friend now. You did the right thing. If you hear from them, call or text 988 together, or 911.");
        });
        at(story, team, LAST_NIGHT, "20:31", () -> {
            tips.takeUp(team.counselor(), tip.id());
            tips.answer(team.counselor(), tip.id(),
                    "Your friend is safe, and not alone. I see them in the morning. My door is open for you too.");
        });
    }

    static void at(DemoStory story, Team team, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(team.district()), what));
    }
}
