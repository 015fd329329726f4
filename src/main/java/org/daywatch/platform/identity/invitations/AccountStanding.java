package org.daywatch.platform.identity.invitations;

import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.members.IdentityRefusal;

/**
 * What is known of an account before somebody is let in with it, seen from one organization. It decides how an
 * invitation may travel: a key to an account that anybody used, or that another organization knows, never passes
 * through other hands.
 *
 * @param canSignIn it has a password or a passkey now
 * @param everCould it had a way in at some time
 * @param elsewhere it has or had a place in another organization, or is invited there
 */
public record AccountStanding(boolean canSignIn, boolean everCould, boolean elsewhere) {

    /** Whether a slip or a text message may set the first password. */
    public boolean mayPassThroughOtherHands() {
        return !canSignIn && !everCould && !elsewhere;
    }

    /**
     * @param mail whether mail leaves this installation @param text whether text messages do, to a number that is known
     */
    public InvitedBy decide(InvitedBy wanted, boolean mail, boolean text) {
        if (canSignIn) return mail ? InvitedBy.MAIL : InvitedBy.ACCOUNT;
        if (!wanted.inOtherHands()) {
            if (!mail)
                throw new Refused(
                        mayPassThroughOtherHands() ? IdentityRefusal.NO_MAIL_YET : IdentityRefusal.MAIL_NEEDED);
            return InvitedBy.MAIL;
        }
        if (!mayPassThroughOtherHands())
            throw new Refused(mail ? IdentityRefusal.MAILBOX_ONLY : IdentityRefusal.MAIL_NEEDED);
        if (wanted == InvitedBy.TEXT && !text) throw new Refused(IdentityRefusal.NO_TEXT_MESSAGES);
        return wanted;
    }
}
