package org.daywatch.training.quizzes.phone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.web.cookies.SiteCookie;
import org.daywatch.training.pairing.PairingCode;
import org.daywatch.training.quizzes.Quiz;

/**
 * What a phone remembers: which seat is its own, and the pairing code it was shown. Script cannot read it, no other
 * page is sent it, and it is gone when the last test of the lesson is over.
 */
final class PhoneCookies {

    private static final Duration SEAT = Duration.ofHours(12);
    private static final Duration CODE = Duration.ofDays(100);
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PhoneCookies() {}

    /** Empty where this phone has no seat at this quiz. */
    static Optional<String> seat(HttpServletRequest request, Quiz quiz) {
        return seat(quiz).read(request).filter(v -> v.length() >= BYTES);
    }

    static String newSeat(HttpServletRequest request, HttpServletResponse response, Quiz quiz) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        seat(quiz).set(request, response, token, SEAT);
        return token;
    }

    static Optional<PairingCode> code(HttpServletRequest request, Quiz quiz) {
        return code(quiz).read(request).flatMap(PairingCode::read);
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, Quiz quiz, PairingCode code) {
        code(quiz).set(request, response, code.text(), CODE);
    }

    private static SiteCookie seat(Quiz quiz) {
        return new SiteCookie("dwq_" + small(quiz.id()), SiteCookie.SameSite.Strict);
    }

    private static SiteCookie code(Quiz quiz) {
        return new SiteCookie("dwp_" + small(quiz.sessionId()), SiteCookie.SameSite.Strict);
    }

    private static String small(UUID id) {
        return id.toString().replace("-", "");
    }
}
