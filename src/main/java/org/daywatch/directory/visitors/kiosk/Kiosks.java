package org.daywatch.directory.visitors.kiosk;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.Secrets;
import org.daywatch.platform.persistence.SlowHash;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Kiosks made by the office, paired at the door, and revoked by the office or with the PIN at the device. */
@Component
@Transactional
public class Kiosks {

    static final Duration CODE_COUNTS = Duration.ofMinutes(15);
    /** None that looks like another, and no vowel that would make words. */
    private static final String LETTERS = "CDFGHJKMNPRTWXY34679";
    private static final int LENGTH = 8;
    private static final int MOST_TYPED = 40;
    private static final int PLAIN_BYTES = 32;

    private final KioskStore store;
    private final AuditLog audit;
    private final Clock clock;

    Kiosks(KioskStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Kiosk> ofSchool(Campus school) {
        return store.ofSchool(school.id());
    }

    /** @return the code that pairs it, shown once */
    public String make(Actor actor, Campus school, String label, String pin) {
        String called = Typed.words("label", label, 2, 80, "kiosk.wrong.label");
        if (!pin.strip().matches("[0-9]{4,8}")) throw new InvalidInput("pin", "", "kiosk.wrong.pin");
        var now = clock.instant();
        var kiosk = new Kiosk(school.districtId(), Ids.next(), school.id(), called, now, null);
        store.insert(kiosk, SlowHash.of(salted(kiosk.id(), pin.strip())), actor.person());
        String code = code();
        store.keepCode(hash(code), kiosk, now.plus(CODE_COUNTS), now);
        audit.act("KioskMade", "kiosk " + kiosk.id(), Map.of("school", school.id()));
        return code.substring(0, LENGTH / 2) + " " + code.substring(LENGTH / 2);
    }

    void revoke(Campus school, UUID id) {
        if (!store.revoke(school.id(), id, clock.instant())) throw new NotFound("kiosk " + id);
        audit.act("KioskRevoked", "kiosk " + id, Map.of("school", school.id()));
    }

    /** What a device is given for a code: its district, its kiosk and its secret, which is stored nowhere else. */
    public record Key(UUID district, UUID kiosk, String secret) {

        String text() {
            return district + "~" + kiosk + "~" + secret;
        }

        /** As the device shows it; empty for what was never one. */
        static Optional<Key> read(String text) {
            String[] part = text.split("~", -1);
            if (part.length != 3 || part[2].length() > 60) return Optional.empty();
            return Ids.find(part[0]).flatMap(d -> Ids.find(part[1]).map(k -> new Key(d, k, part[2])));
        }
    }

    /** For a code as somebody typed it, before anybody is bound; it counts no more from then on. */
    public Key take(String typed) {
        String code = typed.length() > MOST_TYPED ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-–]", "");
        return store.takeCode(hash(code), clock.instant())
                .map(place -> new Key(place.district(), place.kiosk(), Secrets.random()))
                .orElseThrow(() -> new Refused(DirectoryRefusal.KIOSK_CODE_UNKNOWN));
    }

    /** The device has its key from now on. The district is bound, as in what follows. */
    public void pair(Key key) {
        if (!store.pair(key.kiosk(), Secrets.hash(key.secret()), clock.instant()))
            throw new Refused(DirectoryRefusal.KIOSK_CODE_UNKNOWN);
        audit.act("KioskPaired", "kiosk " + key.kiosk(), Map.of());
    }

    Optional<Kiosk> find(Key key) {
        return store.find(key.kiosk(), Secrets.hash(key.secret()));
    }

    /** With the PIN that the office set the device is a kiosk no more. */
    void leave(Kiosk kiosk, String typed) {
        if (store.pin(kiosk.id()).filter(kept -> isPin(kiosk.id(), typed.strip(), kept)).isEmpty())
            throw new Refused(DirectoryRefusal.KIOSK_PIN_WRONG);
        store.revoke(kiosk.schoolId(), kiosk.id(), clock.instant());
        audit.act("KioskRevoked", "kiosk " + kiosk.id(), Map.of("school", kiosk.schoolId()));
    }

    private static String salted(UUID kiosk, String pin) {
        return "kiosk pin " + kiosk + " " + pin;
    }

    /** One that was set before PINs had a slow hash counts as it was. */
    private static boolean isPin(UUID kiosk, String typed, byte[] kept) {
        return kept.length == PLAIN_BYTES
                ? MessageDigest.isEqual(kept, Secrets.hash(salted(kiosk, typed)))
                : SlowHash.matches(salted(kiosk, typed), kept);
    }

    private static byte[] hash(String code) {
        return Secrets.hash("kiosk code " + code);
    }

    private static String code() {
        var text = new StringBuilder();
        while (text.length() < LENGTH)
            for (byte b : Secrets.bytes(LENGTH * 2))
                if ((b & 0x1f) < LETTERS.length() && text.length() < LENGTH) text.append(LETTERS.charAt(b & 0x1f));
        return text.toString();
    }
}
