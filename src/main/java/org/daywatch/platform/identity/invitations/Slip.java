package org.daywatch.platform.identity.invitations;

import java.time.Instant;

/** What is printed for one person, this once. @param code as it is kept @param until the last moment it works */
public record Slip(String name, String email, String organization, String language, String code, Instant until) {

    public String spoken() {
        return ShortCode.spoken(code);
    }
}
