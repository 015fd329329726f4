package org.daywatch.platform.identity.users;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about people and their ways in was refused. */
public enum IdentityRefusal implements RefusalCode {
    LAST_ADMINISTRATOR("This is the last administrator of the agency. Make somebody else administrator first."),
    ALREADY_MEMBER("This person already has this role here."),
    ROLE_NOT_HERE("This role does not exist in this kind of organization."),
    SCHOOL_NEEDED("A principal needs a school of this district."),
    OWN_RECOVERY("Nobody lets himself in again: ask another administrator."),
    SECOND_ADMINISTRATOR_NEEDED("The administrator who asked cannot approve as well: another one must."),
    RECOVERY_NOT_APPROVED("A second administrator has not approved yet."),
    RECOVERY_TOO_EARLY("The owner of the account has until {ready} to say that it was not he."),
    RECOVERY_OVER("This recovery has been stopped or has been used."),
    RECOVERY_ALREADY_OPEN("A recovery for this person is already open."),
    SIGN_IN_FIRST("This invitation is for somebody who has an account: sign in with it first."),
    MAILBOX_ONLY("The invitation may only go to the person's own mailbox: this address may have an account already."),
    MAIL_NEEDED("The invitation may only go to the person's own mailbox, and this installation sends no mail yet."),
    NO_MAIL_YET("This installation sends no mail yet. Print a slip instead."),
    NO_TEXT_MESSAGES("No text message can be sent: no gateway is set up, or no phone number is known."),
    SLIP_NO_LONGER("This code no longer opens the account: another organization knows the address. Ask for an email."),
    INVITATION_OVER("This invitation is no longer open."),
    ADMINISTRATOR_TOO_NEW("Only people who have been administrators here for 30 days count toward a recovery."),
    RECOVERY_ELSEWHERE("This person also belongs to an organization you do not look after.");

    private final String sentence;

    IdentityRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
