package org.daywatch.platform.identity.members;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about people and their ways in was refused. */
public enum IdentityRefusal implements RefusalCode {
    LAST_ADMINISTRATOR,
    ALREADY_MEMBER,
    ROLE_NOT_HERE,
    SCHOOL_NEEDED,
    DISTRICT_INVITES,
    OWN_RECOVERY,
    SECOND_ADMINISTRATOR_NEEDED,
    RECOVERY_NOT_APPROVED,
    RECOVERY_TOO_EARLY,
    RECOVERY_OVER,
    RECOVERY_ALREADY_OPEN,
    SIGN_IN_FIRST,
    MAILBOX_ONLY,
    MAIL_NEEDED,
    NO_MAIL_YET,
    NO_TEXT_MESSAGES,
    SLIP_NO_LONGER,
    INVITATION_OVER,
    ADMINISTRATOR_TOO_NEW,
    RECOVERY_ELSEWHERE,
    MEMBER_ELSEWHERE
}
