package org.daywatch.platform.identity;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.daywatch._story.DaywatchIT;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A mail server, an OpenID provider and two text message gateways; tests that need one share one application that knows
 * them all.
 */
@DaywatchIT
public abstract class OutsideWorld {

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
        registry.add("daywatch.sms.receipts.acme.key", () -> "acme's key, 16 or more");
        registry.add("daywatch.mail.receipts.post.key", () -> "post's key, 16 or more");
        registry.add("daywatch.mail.receipts.post.signature", () -> "X-Post-Signature");
        registry.add("daywatch.sms.receipts.bell.key", () -> "bell's key, 16 or more");
        registry.add("daywatch.sms.receipts.bell.provider-id", () -> "message.number");
        registry.add("daywatch.sms.receipts.bell.status", () -> "message.state");
        registry.add("daywatch.sms.receipts.bell.arrived", () -> "ON_PHONE");
    }
}
