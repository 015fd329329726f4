package org.daywatch.platform.identity.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.junit.jupiter.api.Test;

/** How an invitation may travel, for every account there can be. */
class AccountStandingTest {

    @Test
    void onlyAnAccountNobodyEverUsedAndNobodyElseKnowsPassesThroughOtherHands() {
        for (boolean can : both()) for (boolean could : both()) for (boolean elsewhere : both()) {
            boolean allowed = new AccountStanding(can, could, elsewhere).mayPassThroughOtherHands();
            assertThat(allowed).as("can %s, could %s, elsewhere %s", can, could, elsewhere)
                    .isEqualTo(!can && !could && !elsewhere);
        }
    }

    @Test
    void whateverIsAskedForASlipOrTextNeverCarriesAKeyToAnyOtherAccount() {
        for (boolean can : both())
            for (boolean could : both())
                for (boolean elsewhere : both()) for (boolean mail : both()) for (var wanted : InvitedBy.values()) {
                    if (!can && !could && !elsewhere) continue;
                    try {
                        assertThat(new AccountStanding(can, could, elsewhere).decide(wanted, mail, true).inOtherHands())
                                .isFalse();
                    } catch (Refused said) {
                        assertThat(said.code()).isIn(IdentityRefusal.MAILBOX_ONLY, IdentityRefusal.MAIL_NEEDED);
                    }
                }
    }

    @Test
    void withoutMailWhoCanSignInFindsItInTheAccount() {
        assertThat(new AccountStanding(true, true, true).decide(InvitedBy.MAIL, false, false))
                .isEqualTo(InvitedBy.ACCOUNT);
        assertThat(new AccountStanding(true, true, true).decide(InvitedBy.SLIP, true, false)).isEqualTo(InvitedBy.MAIL);
    }

    @Test
    void withoutMailAndWithoutAWayInThePageSaysWhatToDo() {
        assertThatThrownBy(() -> new AccountStanding(false, false, true).decide(InvitedBy.SLIP, false, false))
                .hasMessageContaining("MAIL_NEEDED");
        assertThatThrownBy(() -> new AccountStanding(false, false, false).decide(InvitedBy.MAIL, false, false))
                .hasMessageContaining("NO_MAIL_YET");
        assertThatThrownBy(() -> new AccountStanding(false, false, false).decide(InvitedBy.TEXT, true, false))
                .hasMessageContaining("NO_TEXT_MESSAGES");
    }

    @Test
    void aCodeCanBeReadAloudAndTypedInAnyWay() {
        String code = ShortCode.next();
        assertThat(ShortCode.spoken(code)).matches("[A-Z0-9]{4}(-[A-Z0-9]{4}){3}")
                .doesNotContainPattern("[01258BILOSZ]");
        assertThat(ShortCode.read(" " + ShortCode.spoken(code).toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(code);
    }

    private static boolean[] both() {
        return new boolean[] {false, true};
    }
}
