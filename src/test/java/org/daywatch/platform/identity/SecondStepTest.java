package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.daywatch.platform.identity.SecondStep.Step;
import org.junit.jupiter.api.Test;

/** Who needs a second step at sign-in, from when on, and what counts as one. */
class SecondStepTest {

    private static final Instant FIRST_SIGN_IN = Instant.parse("2027-03-01T15:00:00Z");

    private static SecondStep.Owed owed(String method, Role role, boolean app, boolean passkey, Duration later) {
        return SecondStep.owed(method, role, app, passkey, FIRST_SIGN_IN, FIRST_SIGN_IN.plus(later));
    }

    @Test
    void aCoordinatorHasSevenDaysToSetOneUpAndThenAPasswordAloneOpensNothing() {
        var soon = owed("PASSWORD", Role.COORDINATOR, false, false, Duration.ofDays(6));
        assertThat(soon.step()).isEqualTo(Step.NONE);
        assertThat(soon.by()).isEqualTo("2027-03-08T15:00:00Z");
        assertThat(owed("PASSWORD", Role.COORDINATOR, false, false, Duration.ofDays(7)).step())
                .isEqualTo(Step.SET_UP);
    }

    @Test
    void onceThereIsAPasskeyOrAnAppItIsAskedForFromTheFirstMinute() {
        for (Role role : List.of(Role.AGENCY_ADMIN, Role.COORDINATOR, Role.SAFETY_DIRECTOR, Role.DEPARTMENT_ADMIN)) {
            assertThat(owed("PASSWORD", role, false, true, Duration.ZERO).step()).as("%s", role).isEqualTo(Step.PROVE);
            assertThat(owed("PASSWORD", role, true, false, Duration.ZERO).step()).as("%s", role).isEqualTo(Step.PROVE);
        }
    }

    @Test
    void aPasskeyACodeOrTheOrganizationsOwnSignInIsEnough() {
        for (String method : List.of("PASSKEY", "CODE", "OIDC", "PERSONA"))
            assertThat(owed(method, Role.AGENCY_ADMIN, true, true, Duration.ofDays(90)).step()).as(method)
                    .isEqualTo(Step.NONE);
    }

    @Test
    void anOrganizationsSignInThatDoesNotSayTwoFactorsIsAsAPassword() {
        assertThat(owed("OIDC_ALONE", Role.COORDINATOR, false, true, Duration.ZERO).step()).isEqualTo(Step.PROVE);
        assertThat(owed("OIDC_ALONE", Role.COORDINATOR, false, false, Duration.ofDays(7)).step())
                .isEqualTo(Step.SET_UP);
        assertThat(owed("OIDC_ALONE", Role.TEACHER, false, false, Duration.ofDays(90)).step()).isEqualTo(Step.NONE);
    }

    @Test
    void whoeverTurnedAnAppOnIsAskedForItsCodeWhateverTheirRole() {
        assertThat(owed("PASSWORD", Role.TEACHER, true, false, Duration.ofDays(90)).step()).isEqualTo(Step.PROVE);
        assertThat(owed("PASSWORD", null, true, false, Duration.ofDays(90)).step()).isEqualTo(Step.PROVE);
        assertThat(owed("PASSWORD", Role.TEACHER, false, true, Duration.ofDays(90)).step()).isEqualTo(Step.NONE);
        assertThat(owed("PASSWORD", Role.OFFICER, false, false, Duration.ofDays(90)).step()).isEqualTo(Step.NONE);
    }

    @Test
    void whoeverSignedInBeforeTheRuleHasSevenDaysFromItsFirstDay() {
        var early = Instant.parse("2026-09-01T00:00:00Z");
        assertThat(SecondStep.owed("PASSWORD", Role.COORDINATOR, false, false, early,
                Instant.parse("2026-11-30T12:00:00Z")))
                .as("before the rule").isEqualTo(SecondStep.Owed.NOTHING);
        assertThat(SecondStep
                .owed("PASSWORD", Role.COORDINATOR, false, false, early, Instant.parse("2026-12-02T12:00:00Z")).by())
                .isEqualTo("2026-12-08T00:00:00Z");
    }
}
