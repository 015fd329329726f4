package org.daywatch.emergencies;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about an incident was refused. Never renamed once published. */
public enum IncidentRefusal implements RefusalCode {
    INCIDENT_CLOSED("This incident is closed. Reopen it first; a correction can still be written."),
    INCIDENT_NOT_CLOSED("This incident is not closed."),
    INCIDENT_COMMAND_HELD("{name} commands. Say why you take command without a hand-over."),
    INCIDENT_COMMAND_YOURS("You have command already."),
    INCIDENT_NOT_IN_COMMAND("{name} commands; only the commander may do this."),
    INCIDENT_NOBODY_COMMANDS("Nobody commands yet. Take command first."),
    INCIDENT_NOTHING_OFFERED("No hand-over of command is waiting."),
    INCIDENT_OFFER_WAITS("Command has been offered to {name} already. Withdraw that first."),
    INCIDENT_BRIEFING_MISSING("Say to whom, and what the new commander was told."),
    INCIDENT_REASON_MISSING("Say why in a few words: everybody reads it."),
    INCIDENT_LEADER_NEEDED("Command is for somebody who leads."),
    INCIDENT_ALREADY_STANDING_DOWN("Standing down has begun already."),
    INCIDENT_NOT_STANDING_DOWN("Nothing is being stood down."),
    INCIDENT_ALERT_UNDER_WAY("The alert is still under way. End it first."),
    INCIDENT_TASKS_OPEN("Open tasks: {open}. Finish them or say that they are done with."),
    TIPS_DECIDED("{name} has decided about these tips already. A new tip opens a new group."),
    CLOCK_ANSWERED("This has been answered already."),
    CLOCK_NOT_ANSWERED("Nobody has answered this: there is nothing to take back."),
    CLOCK_CANNOT_BE_HELD_BACK("Only the notice to parents can be held back, when the officer says so.");

    private final String sentence;

    IncidentRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
