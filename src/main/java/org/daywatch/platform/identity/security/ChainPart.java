package org.daywatch.platform.identity.security;

import org.springframework.modulith.NamedInterface;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way to sign in, or a door of a room, that needs filters or exceptions of its own in the one security chain. */
@NamedInterface("chain-part")
public interface ChainPart {

    void join(HttpSecurity chain);
}
