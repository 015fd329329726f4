package org.daywatch.relationships.threats.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.relationships.threats.cases.CaseFile.DayOut;
import org.daywatch.relationships.threats.cases.CaseFile.How;
import org.daywatch.relationships.threats.cases.CaseFile.SafetyPlan;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;
import org.jspecify.annotations.Nullable;

/** What somebody does about a case. */
public sealed interface ThreatCommand {

    By by();

    /** Who acts, and for which part of the team. */
    record By(UUID person, String name, TeamPart part) {}

    record Gather(Map<String, String> answers, By by) implements ThreatCommand {}

    record AnswerSupport(SupportPlan answer, By by) implements ThreatCommand {}

    record RecordFinding(String words, LocalDate day, By by) implements ThreatCommand {}

    record CountDayOut(DayOut day, By by) implements ThreatCommand {}

    record Share(boolean shared, By by) implements ThreatCommand {}

    record HandOver(UUID owner, UUID administrator, By by) implements ThreatCommand {}

    /** Somebody without an account, whose word is written down, and for which part they spoke. */
    record Named(TeamPart part, String name) {}

    /**
     * @param named null: it is one's own. @param today at the school. @param fades when it would fade if it is
     * transient or low
     */
    record GiveWord(About about, String words, @Nullable Named named, LocalDate today, LocalDate fades,
            By by) implements ThreatCommand {

        /** @param police an officer without an account; empty: it is one's own */
        public GiveWord(About about, String words, String police, LocalDate today, LocalDate fades, By by) {
            this(about, words, police.isEmpty() ? null : new Named(TeamPart.LAW_ENFORCEMENT, police), today, fades,
                    by);
        }
    }

    /** @param latest by when it is looked at again at the latest */
    record DraftPlan(SafetyPlan plan, LocalDate today, LocalDate latest, By by) implements ThreatCommand {}

    /** @param task which of the plan, from 0 */
    record FinishTask(int task, LocalDate today, By by) implements ThreatCommand {}

    record RecordReview(String words, LocalDate next, LocalDate today, LocalDate latest,
            By by) implements ThreatCommand {}

    record TellParent(LocalDate day, How how, String language, String answer, By by) implements ThreatCommand {}

    record PrintAccount(LocalDate today, String language, String summary, By by) implements ThreatCommand {}

    record Close(String words, LocalDate today, By by) implements ThreatCommand {}

    /** Its day has come; nobody does it. */
    record Fade(LocalDate today, By by) implements ThreatCommand {}
}
