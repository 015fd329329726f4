package org.daywatch.platform.outgoing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mail server and the gateway in force: those of the environment, else those of the form. A change reaches every
 * node within three seconds. While the database does not answer, what was last known counts on.
 */
@Component
public class Outgoing implements MailWay {

    private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

    private record Known(Optional<MailSettings> mail, Optional<Mail> sender, Optional<TextSettings> text) {}

    private final OutgoingStore store;
    private final ObjectProvider<JavaMailSender> outside;
    private final String from;
    private final Map<String, String> shipped;
    private final boolean textOutside;
    private final Tenants tenants;
    private final AuditLog audit;
    private final DataCipher cipher;
    private final JsonMapper json;
    private final Cache<String, Known> recent = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(3)).build();
    private volatile Known last = new Known(Optional.empty(), Optional.empty(), Optional.empty());

    Outgoing(OutgoingStore store, ObjectProvider<JavaMailSender> outside, @Value("${daywatch.mail.from:}") String from,
            @Value("${daywatch.sms.url:}") String gateway,
            Environment environment, Tenants tenants, AuditLog audit, DataCipher cipher, JsonMapper json) {
        this.store = store;
        this.outside = outside;
        this.from = from.strip();
        this.textOutside = !gateway.isBlank();
        this.shipped = Binder.get(environment)
                .bind("spring.mail.properties", Bindable.mapOf(String.class, String.class)).orElse(Map.of());
        this.tenants = tenants;
        this.audit = audit;
        this.cipher = cipher;
        this.json = json;
    }

    @Override
    public Optional<Mail> mail() {
        var set = outside.getIfAvailable();
        if (set != null) return sender().isEmpty() ? Optional.empty() : Optional.of(new Mail(set, sender()));
        return known().sender();
    }

    /** From whom letters are; the environment wins. */
    String sender() {
        return from.isEmpty() ? known().mail().map(MailSettings::from).orElse("") : from;
    }

    /** The gateway of the form; empty where the environment names one, or nobody does. */
    public Optional<TextSettings> text() {
        return textOutside ? Optional.empty() : known().text();
    }

    boolean mailOutside() {
        return outside.getIfAvailable() != null;
    }

    boolean fromOutside() {
        return !from.isEmpty();
    }

    boolean textOutside() {
        return textOutside;
    }

    Optional<MailSettings> savedMail() {
        return open(OutgoingStore.MAIL, MailSettings.class);
    }

    Optional<TextSettings> savedText() {
        return open(OutgoingStore.TEXT, TextSettings.class);
    }

    private <T> Optional<T> open(String kind, Class<T> as) {
        return store.find(kind).map(content -> json.readValue(cipher.decrypt(content, OutgoingStore.place(kind)), as));
    }

    /**
     * Whose administrators change it: whoever can turn the mail aside could read every new password, so it is the
     * agency that was first here.
     */
    boolean keptBy(UUID tenant) {
        return tenants.agencies().stream().findFirst().map(first -> first.id().equals(tenant)).orElse(true); // the one that is being founded
    }

    void save(MailSettings settings) {
        store.save(OutgoingStore.MAIL, json.writeValueAsBytes(settings));
        audit.act("OutgoingMailChanged", "installation", Map.of("host", settings.host(), "port", settings.port(),
                "user", settings.user(), "from", settings.from(), "tls", settings.tls().name()));
        recent.invalidateAll();
    }

    void save(TextSettings settings) {
        store.save(OutgoingStore.TEXT, json.writeValueAsBytes(settings));
        audit.act("OutgoingTextChanged", "installation",
                Map.of("url", settings.url(), "headers", settings.headers().keySet()));
        recent.invalidateAll();
    }

    void remove(String kind) {
        store.remove(kind);
        audit.act(kind.equals(OutgoingStore.MAIL) ? "OutgoingMailRemoved" : "OutgoingTextRemoved", "installation",
                Map.of());
        recent.invalidateAll();
    }

    private Known known() {
        return Objects.requireNonNull(recent.get("now", now -> read()));
    }

    private Known read() {
        try {
            var mail = savedMail();
            var same = last.mail().equals(mail);
            last = new Known(mail,
                    same ? last.sender() : mail.map(m -> new Mail(m.sender(shipped), from.isEmpty() ? m.from() : from)),
                    savedText());
        } catch (RuntimeException e) {
            log.warn("settings of mail and text messages could not be read, the last ones known count: {}",
                    e.getMessage());
        }
        return last;
    }
}
