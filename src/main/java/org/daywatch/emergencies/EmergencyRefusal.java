package org.daywatch.emergencies;

import org.daywatch.platform.errors.RefusalCode;

/** Why a command of this room was refused. Never renamed once published. */
public enum EmergencyRefusal implements RefusalCode {
    ALERT_STUDENTS_WAIT("{left} students have not been given back yet. End the reunification first, or write why it is over all the same."),
    ALERT_OVER("This alert is over. If there is danger, press a new one."),
    ALERT_OF_ANOTHER_EVENT("This press belongs to another alert."),
    ALERT_REASON_MISSING("Say why in a few words: everybody reads it."),
    ALERT_NOTHING_CHANGED("The school is already told this."),
    ALERT_DETAIL_MISSING("Say against what they shelter and how."),
    ALERT_NOT_A_HELP_CALL("A call for help stays one. Press the action the whole school needs."),
    ALERT_ROOMS_NOT_RELEASED("{left} rooms have not been released. A lockdown ends room by room."),
    ALERT_NOT_A_LOCKDOWN("Rooms are released one by one only in a lockdown."),
    ALERT_ROOM_RELEASED("This room has already been released."),
    ALERT_RELEASE_BEGUN("Rooms are being released. Release the others too; if there is danger again, press Lockdown, and all of them are locked down again."),
    ALERT_ROOM_UNKNOWN("This school has no such room."),
    ALERT_SECOND_PERSON("You have said so already. It takes a second person."),
    ALERT_OTHER_ENDING("{name} has said something else. Talk to each other first."),
    ALERT_NOTHING_TO_AGREE("Nobody asks for this any more. Look at what stands now."),
    ALERT_LEADER_NEEDED("One of the two must be somebody who leads."),
    ALERT_COMMANDER_NEEDED("{name} commands and must be one of the two. Ask {name}, or take command on the page of the incident and say why."),
    ALERT_HIGHEST_NEEDED("{name} leads here now and must be one of the two. Ask {name}, or take command on the page of the incident."),
    ALERT_NOT_EVACUATED("Only people who were told to leave the building can be out of it."),
    ALERT_NOBODY_TO_REUNITE("Reunification begins when people are out of the building."),
    ALERT_LANGUAGE_BEGUN("A draft of this language has been begun. Confirm it or drop it first."),
    ALERT_LANGUAGE_NO_DRAFT("These words are no draft any more. Enter others."),
    ALERT_LANGUAGE_OF_ANOTHER("{name} entered this draft. Only {name} changes it: you may be the one who confirms it."),
    ALERT_LANGUAGE_SECOND_PERSON("You entered these words. Somebody else who reads the language confirms them."),
    ALERT_LANGUAGE_LACKS("{left} words are missing without which no language is shown: real, drill and the names of the five actions.");

    private final String sentence;

    EmergencyRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
