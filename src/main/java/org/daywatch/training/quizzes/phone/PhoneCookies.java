package org.daywatch.training.quizzes.phone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.training.pairing.PairingCode;
import org.daywatch.training.quizzes.Quiz;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

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
        return value(request, "dwq_" + small(quiz.id())).filter(v -> v.length() >= BYTES);
    }

    static String newSeat(HttpServletRequest request, HttpServletResponse response, Quiz quiz) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        set(request, response, "dwq_" + small(quiz.id()), token, SEAT);
        return token;
    }

    static Optional<PairingCode> code(HttpServletRequest request, Quiz quiz) {
        return value(request, "dwp_" + small(quiz.sessionId())).flatMap(PairingCode::read);
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, Quiz quiz, PairingCode code) {
        set(request, response, "dwp_" + small(quiz.sessionId()), code.text(), CODE);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        if (request.getCookies() == null) return Optional.empty();
        return Arrays.stream(request.getCookies()).filter(c -> c.getName().equals(name)).map(c -> c.getValue())
                .findFirst();
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String name, String value,
            Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, value).path("/q").httpOnly(true)
                .secure(request.isSecure()).sameSite("Strict").maxAge(age).build().toString());
    }

    private static String small(UUID id) {
        return id.toString().replace("-", "");
    }
}
