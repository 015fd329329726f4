package org.daywatch.platform.identity.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.daywatch.platform.identity.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of when and how it asked who somebody is. What it does not say counts as little as it may: one
 * factor, and no fresh proof.
 *
 * @param at when it asked; null where it does not say
 */
record ProviderProof(@Nullable Instant at, boolean twoFactors) {

    /** A provider's own session may be as old; from then on it has to ask anew. */
    static final Duration OLDEST = Duration.ofHours(24);
    /** How far its clock may be from ours. */
    static final Duration CLOCKS = Duration.ofMinutes(1);

    /** RFC 8176: what somebody knows, has and is. Two kinds are two factors; a presence or a place is none. */
    private static final List<Set<String>> KINDS = List.of(Set.of("pwd", "pin", "kba"),
            Set.of("otp", "hwk", "swk", "sms", "tel", "sc", "pop"), Set.of("face", "fpt", "iris", "retina", "vbm"));
    private static final String SEVERAL = "mfa";
    private static final Set<String> CLASSES = Set.of("https://refeds.org/profile/mfa",
            "http://schemas.openid.net/pape/policies/2007/06/multi-factor");

    /** @param ours values of acr that mean two factors with this provider */
    static ProviderProof of(@Nullable Instant authTime, @Nullable Collection<String> amr, @Nullable String acr,
            Collection<String> ours) {
        var methods = amr == null ? Set.<String>of() : Set.copyOf(amr);
        boolean two = methods.contains(SEVERAL)
                || KINDS.stream().filter(kind -> kind.stream().anyMatch(methods::contains)).count() > 1
                || acr != null && (CLASSES.contains(acr) || ours.contains(acr));
        return new ProviderProof(authTime, two);
    }

    String method() {
        return twoFactors ? Sessions.OIDC : Sessions.OIDC_ALONE;
    }

    /** It kept to what it was asked, or did not say. */
    boolean youngEnough(Instant now) {
        return at == null || !at.isBefore(now.minus(OLDEST).minus(CLOCKS));
    }

    /** It said that it asked within this time. */
    boolean within(Duration time, Instant now) {
        return at != null && !at.isBefore(now.minus(time)) && !at.isAfter(now.plus(CLOCKS));
    }
}
