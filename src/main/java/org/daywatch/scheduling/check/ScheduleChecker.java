package org.daywatch.scheduling.check;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daywatch.scheduling.check.CheckReport.Counts;
import org.daywatch.scheduling.check.files.FactsReader;
import org.daywatch.scheduling.check.files.ProblemFacts.Seat;
import org.daywatch.scheduling.check.files.ProblemFacts;
import org.daywatch.scheduling.check.files.Stated;
import org.daywatch.scheduling.check.files.Unreadable;

/**
 * Checks an answer against its problem from the bytes of the two files: every rule and every point of
 * docs/formats/roster.md.
 */
public final class ScheduleChecker {

    private ScheduleChecker() {}

    /** @throws Unreadable where one of the files cannot be judged at all; a wrong answer is a report */
    public static CheckReport check(byte[] problem, byte[] answer) {
        var facts = FactsReader.read(problem);
        var stated = Stated.read(answer);
        var seats = AssignedSeats.of(facts, stated.assignments());
        var findings = new Findings();
        new SeatCheck(facts, stated.assignments(), seats, findings).judge();
        seats.byOfficer().forEach(
                (officer, shifts) -> new HourCheck(facts, findings, facts.officers().get(officer), shifts).judge());
        mustHaveAskedForAll(facts, stated, seats, findings);

        SortedMap<String, Long> terms = facts.fewest() ? new TreeMap<>() : Points.of(facts, seats);
        long objective = facts.fewest()
                ? seats.byOfficer().size()
                : terms.values().stream().mapToLong(Long::longValue).sum();
        new AnswerAgreement(facts, stated, seats, objective, terms, sha256(problem), findings).compare();
        return new CheckReport(facts.id(), sha256(problem), sha256(answer), facts.fewest(), objective, terms,
                counts(facts, stated, seats),
                findings.asked(), findings.violations(), findings.disagreements());
    }

    /** A check that passes because it did not look is worse than none. */
    private static void mustHaveAskedForAll(ProblemFacts facts, Stated stated, AssignedSeats seats, Findings findings) {
        long free = seats.all().stream().filter(seat -> !facts.pins().contains(seat)).count();
        boolean all = findings.asked("ELSEWHERE") == free && findings.asked("ROLE_NOT_HELD") == free
                && findings.asked("SCHOOL_BLOCK") == free
                && findings.asked("TWICE") == stated.assignments().size()
                && findings.asked("TOO_MANY") == facts.shifts().size()
                && findings.asked("PIN_BROKEN") == facts.pins().size();
        if (!all)
            throw new IllegalStateException(
                    "The check has passed over seats: " + findings.asked() + " for " + free + " seats.");
    }

    private static Counts counts(ProblemFacts facts, Stated stated, AssignedSeats seats) {
        var shifts = facts.shifts().values();
        int needed = shifts.stream().mapToInt(ProblemFacts.Shift::needs).sum();
        int open = shifts.stream().mapToInt(seats::open).sum();
        int pinned = (int) seats.all().stream().filter((Seat seat) -> facts.pins().contains(seat)).count();
        return new Counts(shifts.size(), needed, seats.all().size(), open, pinned, facts.officers().size(),
                seats.byOfficer().size(),
                stated.assignments().size());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
