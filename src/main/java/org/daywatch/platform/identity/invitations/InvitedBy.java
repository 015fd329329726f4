package org.daywatch.platform.identity.invitations;

/**
 * How an invitation reaches its person. Mail goes to the address of the account; text and slip are in the hands of
 * whoever invites.
 */
public enum InvitedBy {
    MAIL, TEXT, SLIP,
    /** Nothing is sent: the person can sign in and finds it in the account. */
    ACCOUNT;

    /** Whether whoever invites could use it in the person's place. */
    public boolean inOtherHands() {
        return this == TEXT || this == SLIP;
    }
}
