package org.daywatch.scheduling.check;

import java.util.HashSet;
import java.util.List;
import org.daywatch.scheduling.check.files.ProblemFacts.Officer;
import org.daywatch.scheduling.check.files.ProblemFacts.Seat;
import org.daywatch.scheduling.check.files.ProblemFacts.Shift;
import org.daywatch.scheduling.check.files.ProblemFacts;

/** What needs no counting of hours: who may stand there at all, and how many. */
record SeatCheck(ProblemFacts facts, List<Seat> assignments, AssignedSeats seats, Findings findings) {

    void judge() {
        entries();
        for (var shift : facts.shifts().values()) places(shift);
        for (var pin : facts.pins()) {
            findings.ask("PIN_BROKEN", !seats.all().contains(pin),
                    () -> Words.seat("PIN_BROKEN", pin.shift(), pin.officer(),
                            "accepted already, and the answer does not have it."));
        }
        for (var seat : seats.all()) {
            if (!facts.pins().contains(seat))
                seat(facts.shifts().get(seat.shift()), facts.officers().get(seat.officer()));
        }
    }

    private void entries() {
        var met = new HashSet<Seat>();
        for (var entry : assignments) {
            String s = entry.shift();
            String o = entry.officer();
            findings.ask("UNKNOWN_SHIFT", !facts.shifts().containsKey(s),
                    () -> Words.seat("UNKNOWN_SHIFT", s, o, "the problem has no such shift."));
            findings.ask("UNKNOWN_OFFICER", !facts.officers().containsKey(o),
                    () -> Words.seat("UNKNOWN_OFFICER", s, o, "the problem has no such officer."));
            findings.ask("TWICE", !met.add(entry), () -> Words.seat("TWICE", s, o, "they stand on it once more."));
        }
    }

    private void places(Shift shift) {
        var there = seats.at(shift);
        boolean onlyPins = there.stream().allMatch(officer -> facts.pins().contains(new Seat(shift.id(), officer)));
        findings.ask("TOO_MANY", there.size() > shift.needs() && !onlyPins, () -> Words.tooMany(shift, there.size()));
    }

    private void seat(Shift shift, Officer officer) {
        rule("ROLE_NOT_HELD", shift, officer, officer.roles().contains(shift.role()), shift.role(),
                "they do not have the role " + shift.role() + ".");
        for (var code : shift.requires().stream().sorted().toList()) {
            boolean held = officer.holds().stream().anyMatch(h -> h.code().equals(code) && h.on(shift.day()));
            rule("NOT_QUALIFIED", shift, officer, held, code, "they do not hold " + code + " on " + shift.day() + ".");
        }
        if (shift.eligible() != null) {
            boolean listed = shift.eligible().containsKey(officer.id());
            findings.ask("NOT_LISTED", !listed,
                    () -> Words.seat("NOT_LISTED", shift.id(), officer.id(), "only others are eligible."));
        }
        var department = officer.department() == null ? "none" : officer.department();
        if (shift.asked() != null) {
            boolean asked = officer.department() != null && shift.asked().contains(officer.department());
            rule("NOT_ASKED", shift, officer, asked, department,
                    "their department, " + department + ", has not been asked.");
        }
        rule("SCHOOL_BLOCK", shift, officer, !officer.blocks().contains(shift.school()), shift.school(),
                "school " + shift.school() + " is blocked for them.");
        rule("WORK_PROHIBITED", shift, officer, !facts.departmentOf(officer).prohibits().contains(shift.work()),
                shift.work(),
                "their department, " + department + ", prohibits " + shift.work() + ".");
    }

    private void rule(String code, Shift shift, Officer officer, boolean kept, String other, String says) {
        findings.ask(code, !kept, () -> Words.seat(code, shift.id(), officer.id(), other, says));
    }
}
