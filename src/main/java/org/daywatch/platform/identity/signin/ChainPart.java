package org.daywatch.platform.identity.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way to sign in that needs filters of its own in the one security chain. */
public interface ChainPart {

    void join(HttpSecurity chain);
}
