package org.daywatch.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Until when the certificate counts with which pages and alert screens are served; of its chain, the one that ends
 * first. It is the one that was read at the start: a renewed file counts from the next start on.
 */
@Component
class ServingCertificate implements Sign.Source {

    /** From here on somebody renews it without haste. */
    static final int SOON_DAYS = 30;
    private static final int NOW_DAYS = 7;

    private final @Nullable Instant ends;
    private final Clock clock;

    ServingCertificate(@Value("${server.ssl.certificate:}") String certificate, ResourceLoader files,
            @Qualifier("expiry") Clock clock) throws IOException {
        this.clock = clock;
        this.ends = certificate.isBlank() ? null : end(files, certificate);
    }

    private static Instant end(ResourceLoader files, String certificate) throws IOException {
        try (InputStream in = files.getResource(certificate).getInputStream()) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(one -> ((X509Certificate) one).getNotAfter().toInstant()).min(Instant::compareTo)
                    .orElseThrow(() -> new IOException("no certificate in " + certificate));
        } catch (CertificateException e) {
            throw new IOException("the certificate " + certificate + " cannot be read", e);
        }
    }

    /** Empty where a proxy in front holds the certificate. */
    Optional<Instant> ends() {
        return Optional.ofNullable(ends);
    }

    /** Whole days left; below zero once it is over. */
    OptionalInt daysLeft() {
        return ends == null
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.floorDiv(Duration.between(clock.instant(), ends).toSeconds(), 86_400));
    }

    @Override
    public List<Sign> signs() {
        var days = daysLeft();
        if (days.isEmpty()) return List.of();
        int left = days.getAsInt();
        return List.of(new Sign(left < 0 ? "operations.certificate.over" : "operations.certificate",
                Integer.toString(Math.abs(left)), "/operations",
                left <= NOW_DAYS ? Tone.BAD : left <= SOON_DAYS ? Tone.WARN : Tone.GOOD));
    }
}
