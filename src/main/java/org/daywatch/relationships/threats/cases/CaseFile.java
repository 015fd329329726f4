package org.daywatch.relationships.threats.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written in a case. All of it is sealed under the case's own key. There is no number in it that says how a
 * student is.
 *
 * @param promptsOf the day whose prompts the case keeps
 * @param gathered by prompt
 * @param finding of the IEP or 504 team
 */
public record CaseFile(Student student, String report, LocalDate promptsOf, Map<String, String> gathered,
        SupportPlan support, @Nullable TeamFinding finding, List<DayOut> daysOut, @Nullable SafetyPlan plan,
        List<Review> reviews, List<Told> told, List<Printed> printed, List<Word> words, String closing) {

    /** @param roster null where the roster does not know them */
    public record Student(String name, @Nullable UUID roster) {}

    /** Whether the student has an IEP or a 504 plan. */
    public enum SupportPlan {
        UNASKED, YES, NO, NOT_KNOWN
    }

    public record TeamFinding(String words, LocalDate day, String by) {}

    /** @param formal whether somebody suspended them; being sent home counts as much */
    public record DayOut(LocalDate day, boolean formal, String why, String by) {}

    /** @param excludes whether the student stays away from school or class by it */
    public record SafetyPlan(String factors, List<Task> tasks, boolean excludes, LocalDate review) {}

    public record Task(String what, String who, LocalDate due, @Nullable LocalDate done) {

        boolean late(LocalDate today) {
            return done == null && due.isBefore(today);
        }
    }

    public record Review(LocalDate day, String words, LocalDate next, String by) {}

    public enum How {
        IN_PERSON, PHONE, MAIL,
        /** Telling them could put the student at risk; the answer says why. */
        NOT_SAFE
    }

    /** The parent was told. @param answer theirs, in their words as far as somebody wrote them down */
    public record Told(LocalDate day, How how, String language, String answer, String by) {}

    /** @param summary what happened, in the words in which the parent reads it */
    public record Printed(LocalDate day, String language, String summary, String by) {}

    /** @param person null: an officer without an account, whose word {@code enteredBy} wrote down */
    public record Word(About about, TeamPart part, @Nullable UUID person, String name, String words, LocalDate day,
            UUID enteredBy, String enteredName) {}

    static CaseFile fresh(Student student, String report, LocalDate day) {
        return new CaseFile(student, report, day, Map.of(), SupportPlan.UNASKED, null, List.of(), null, List.of(),
                List.of(), List.of(), List.of(), "");
    }

    /** Whether nothing grave may be decided before their IEP or 504 team has said what it finds. */
    public boolean teamFirst() {
        return support != SupportPlan.NO && finding == null;
    }

    /** Each day once, however often it was written down. */
    public long daysOutOfSchool(LocalDate from) {
        return daysOut.stream().map(DayOut::day).filter(day -> !day.isBefore(from)).distinct().count();
    }

    public Optional<Word> word(TeamPart part, boolean ofPlan) {
        return words.stream().filter(w -> w.part() == part && (w.about() == About.PLAN) == ofPlan).findFirst();
    }

    /** By when the plan is looked at again: what the last review said, before it what the plan says. */
    public Optional<LocalDate> nextReview() {
        if (plan == null) return Optional.empty();
        return Optional.of(reviews.isEmpty() ? plan.review() : reviews.getLast().next());
    }

    CaseFile gathered(Map<String, String> answers) {
        return new CaseFile(student, report, promptsOf, answers, support, finding, daysOut, plan, reviews, told,
                printed, words, closing);
    }

    CaseFile support(SupportPlan said) {
        return new CaseFile(student, report, promptsOf, gathered, said, finding, daysOut, plan, reviews, told, printed,
                words, closing);
    }

    CaseFile finding(TeamFinding found) {
        return new CaseFile(student, report, promptsOf, gathered, support, found, daysOut, plan, reviews, told, printed,
                words, closing);
    }

    CaseFile plus(DayOut day) {
        return new CaseFile(student, report, promptsOf, gathered, support, finding, more(daysOut, day), plan, reviews,
                told, printed, words, closing);
    }

    CaseFile plan(SafetyPlan drafted) {
        return new CaseFile(student, report, promptsOf, gathered, support, finding, daysOut, drafted, reviews, told,
                printed, words, closing);
    }

    CaseFile plus(Review review) {
        return new CaseFile(student, report, promptsOf, gathered, support, finding, daysOut, plan,
                more(reviews, review), told, printed, words, closing);
    }

    CaseFile plus(Told one) {
        return new CaseFile(student, report, promptsOf, gathered, support, finding, daysOut, plan, reviews,
                more(told, one), printed, words, closing);
    }

    CaseFile plus(Printed one) {
        return new CaseFile(student, report, promptsOf, gathered, support, finding, daysOut, plan, reviews, told,
                more(printed, one), words, closing);
    }

    CaseFile words(List<Word> given) {
        return new CaseFile(student, report, promptsOf, gathered, support, finding, daysOut, plan, reviews, told,
                printed, given, closing);
    }

    CaseFile closing(String why) {
        return new CaseFile(student, report, promptsOf, gathered, support, finding, daysOut, plan, reviews, told,
                printed, words, why);
    }

    static <T> List<T> more(List<T> before, T one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }
}
