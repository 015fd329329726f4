package org.daywatch.platform.identity;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.daywatch._story.DaywatchIT;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A mail server and an OpenID provider on this machine; tests that need them share one application that knows both. */
@DaywatchIT
abstract class OutsideWorld {

    static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    static final TinyProvider PROVIDER = new TinyProvider();

    static {
        MAIL.start();
        PROVIDER.start();
    }

    @DynamicPropertySource
    static void known(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("daywatch.mail.from", () -> "daywatch@agency.example");
        registry.add("daywatch.oidc.issuer", PROVIDER::issuer);
        registry.add("daywatch.oidc.client-id", () -> "daywatch");
        registry.add("daywatch.oidc.client-secret", () -> "between us");
        registry.add("daywatch.oidc.name", () -> "Copper Valley");
    }
}
