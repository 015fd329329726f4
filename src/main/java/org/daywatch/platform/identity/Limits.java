package org.daywatch.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.errors.TooMany;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Every limit on how often, in one place, each saying what happens when the limiter itself fails. Counted per node, in
 * memory: several nodes together allow several times as much, which the locking of accounts does not.
 */
@Component
public class Limits {

    private static final Logger log = LoggerFactory.getLogger(Limits.class);

    /** What a broken limiter does: lets everybody through, or nobody. */
    public enum WhenBroken { LET_THROUGH, REFUSE }

    public enum Limit {
        /** Guesses at one e-mail address, whether it has an account or not. A right password gives its turn back. */
        SIGN_IN_ADDRESS(10, Duration.ofMinutes(15), WhenBroken.REFUSE),
        /** Guesses from one client. Many people sit behind a school's one address, so only wrong ones count. */
        SIGN_IN_CLIENT(100, Duration.ofMinutes(15), WhenBroken.REFUSE),
        /** Codes of an authenticator app tried for one person: six figures, three of which count at a time. */
        SECOND_STEP(10, Duration.ofMinutes(15), WhenBroken.REFUSE),
        /** Passkey answers from one client; nothing can be guessed there, this only saves work. */
        PASSKEY_CLIENT(120, Duration.ofMinutes(1), WhenBroken.LET_THROUGH),
        /** Mails with a reset link to one address. */
        RESET_ADDRESS(3, Duration.ofHours(1), WhenBroken.REFUSE),
        /** Reset requests from one client. */
        RESET_CLIENT(30, Duration.ofHours(1), WhenBroken.REFUSE),
        /** Codes tried from one client: a code has 256 bits, so more is somebody knocking. */
        CODE_CLIENT(60, Duration.ofMinutes(15), WhenBroken.REFUSE),
        /** Class codes tried from one client. A whole school sits behind one address, so only wrong ones count. */
        QUIZ_CLIENT(150, Duration.ofMinutes(15), WhenBroken.REFUSE),
        /** Phones that join one quiz: a class with all it tries again, and no crowd from outside. */
        QUIZ_JOIN(120, Duration.ofMinutes(15), WhenBroken.LET_THROUGH),
        /** Taps of one phone at a quiz; nothing can be guessed there, this only saves work. */
        QUIZ_SEAT(90, Duration.ofMinutes(1), WhenBroken.LET_THROUGH),
        /** Pairing codes of visitor kiosks tried from one client; only wrong ones count. */
        KIOSK_CODE(20, Duration.ofMinutes(15), WhenBroken.REFUSE),
        /** PINs tried at one visitor kiosk; only wrong ones count. */
        KIOSK_PIN(10, Duration.ofMinutes(15), WhenBroken.REFUSE),
        /** Visitors at one kiosk: a queue at a door, and no script. */
        KIOSK(60, Duration.ofMinutes(5), WhenBroken.REFUSE),
        /** Invitations one organization sends. */
        INVITATION_ORGANIZATION(200, Duration.ofHours(1), WhenBroken.LET_THROUGH),
        /** Mails to a new address of one person. */
        EMAIL_CHANGE_PERSON(5, Duration.ofHours(1), WhenBroken.REFUSE),
        /** Calls of one client to addresses below /api. */
        API_CLIENT(600, Duration.ofMinutes(1), WhenBroken.LET_THROUGH);

        private final int often;
        private final Duration within;
        private final WhenBroken whenBroken;

        Limit(int often, Duration within, WhenBroken whenBroken) {
            this.often = often;
            this.within = within;
            this.whenBroken = whenBroken;
        }

        public int often() {
            return often;
        }

        public Duration within() {
            return within;
        }

        public WhenBroken whenBroken() {
            return whenBroken;
        }
    }

    private static final String GUESS = Limits.class.getName() + ".guess";
    private static final Set<Limit> GUESSES = Set.of(Limit.CODE_CLIENT, Limit.QUIZ_CLIENT, Limit.KIOSK_CODE,
            Limit.KIOSK_PIN);
    private static final Set<Limit> SIGN_IN = Set.of(Limit.SIGN_IN_ADDRESS, Limit.SIGN_IN_CLIENT, Limit.SECOND_STEP,
            Limit.PASSKEY_CLIENT, Limit.CODE_CLIENT);

    private final Map<Limit, Cache<String, Bucket>> buckets = new EnumMap<>(Limit.class);
    private final TimeMeter time;
    private final SecurityLog security;

    Limits(Clock clock, SecurityLog security) {
        this.security = security;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                var now = clock.instant();
                return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
            }

            @Override
            public boolean isWallClockBased() { return true; }
        };
        for (var limit : Limit.values()) {
            buckets.put(limit, Caffeine.newBuilder().maximumSize(100_000)
                    .expireAfterAccess(limit.within().multipliedBy(2)).build());
        }
    }

    /** @throws TooMany when this was too often */
    public void take(Limit limit, String who) {
        boolean allowed;
        try {
            allowed = bucket(limit, who).tryConsume(1);
        } catch (RuntimeException broken) {
            log.error("the limiter {} is broken and will {}", limit, limit.whenBroken(), broken);
            allowed = limit.whenBroken() == WhenBroken.LET_THROUGH;
        }
        if (allowed) {
            guess(limit, true);
            return;
        }
        security.refused(SIGN_IN.contains(limit)
                ? SecurityEvent.AUTHN_LOGIN_FAIL_MAX
                : SecurityEvent.EXCESS_RATE_LIMIT_EXCEEDED, null, Map.of("limit", limit.name()));
        throw new TooMany(limit + " allows " + limit.often() + " within " + limit.within());
    }

    /** Whether a code or a key was tried in this request, and was none as far as is known. */
    public static boolean guessed(HttpServletRequest request) {
        return request.getAttribute(GUESS) != null;
    }

    private static void guess(Limit limit, boolean open) {
        if (!GUESSES.contains(limit)
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now))
            return;
        if (open) now.getRequest().setAttribute(GUESS, limit);
        else now.getRequest().removeAttribute(GUESS);
    }

    /** It was no guess after all. */
    public void giveBack(Limit limit, String who) {
        guess(limit, false);
        bucket(limit, who).addTokens(1);
    }

    /** Whoever has one IPv6 address has the 2 to the 64 others of its network, so all of them count as one client. */
    public static String one(String who) {
        var said = who.strip().toLowerCase(Locale.ROOT);
        if (!said.matches("[0-9a-f:.]*:[0-9a-f:.]*(%\\w+)?")) return said;
        try {
            byte[] address = InetAddress.ofLiteral(said.replaceFirst("%.*", "")).getAddress();
            return address.length == 4
                    ? InetAddress.getByAddress(address).getHostAddress()
                    : HexFormat.of().formatHex(address, 0, 8) + "::/64";
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return said;
        }
    }

    private Bucket bucket(Limit limit, String who) {
        return buckets.get(limit).get(one(who), w -> Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(
                        Bandwidth.builder().capacity(limit.often()).refillGreedy(limit.often(), limit.within()).build())
                .build());
    }
}
