package org.daywatch.emergencies;

import org.daywatch.platform.errors.RefusalCode;

/** Why a command about people in an emergency was refused. Never renamed once published. */
public enum PeopleRefusal implements RefusalCode {
    PICKUP_NOT_NOW("The card is at another step now. Load it again."),
    PICKUP_SECOND_PERSON("A second member of staff compares the photo: not the one who checked first."),
    PICKUP_HALVES_DIFFER("The two halves do not match. Keep the student here and look for the other half."),
    PICKUP_NEVER("This card cannot go on: a court order or the student's own no stands against it."),
    STUDENT_ON_HIS_WAY("The student is on his way to somebody else, or is gone already. Ask the lead."),
    STUDENT_NOT_AT_ASSEMBLY("The student is not at the assembly place."),
    STUDENTS_NOT_ALL_GONE("{left} students are still here or looked for. Each must have gone home, driven himself or been absent."),
    REUNION_DUTY_NEEDED("This step belongs to another role. Take that role first, or ask the lead."),
    REUNION_LEADER_NEEDED("Without an evacuation a reunification is begun by somebody who leads."),
    REUNION_COMMANDER_NEEDED("{name} commands. Only the incident commander begins a reunification before the building is empty."),
    REUNIFICATION_CLOSED("The reunification is closed."),
    REUNIFICATION_UNDER_WAY("A reunification of this school is under way already.");

    private final String sentence;

    PeopleRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
