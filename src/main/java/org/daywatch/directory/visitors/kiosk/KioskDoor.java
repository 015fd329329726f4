package org.daywatch.directory.visitors.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.visitors.kiosk.Kiosks.Key;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.cookies.SiteCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * From what a device keeps to its kiosk, bound to the district it belongs to. Nothing of a session is asked or left.
 */
@Component
class KioskDoor {

    private static final SiteCookie COOKIE = new SiteCookie("daywatch_kiosk", SiteCookie.SameSite.Strict);
    private static final Duration YEAR = Duration.ofDays(365);

    private final Kiosks kiosks;
    private final Campuses campuses;
    private final Sessions sessions;
    private final Limits limits;

    KioskDoor(Kiosks kiosks, Campuses campuses, Sessions sessions, Limits limits) {
        this.kiosks = kiosks;
        this.campuses = campuses;
        this.sessions = sessions;
        this.limits = limits;
    }

    /** @param unpaired the device is no kiosk, or none any more */
    ModelAndView with(HttpServletRequest request, HttpServletResponse response,
            BiFunction<Kiosk, Campus, ModelAndView> work, Supplier<ModelAndView> unpaired) {
        quiet(response);
        var key = kept(request);
        if (key.isEmpty()) return unpaired.get();
        var answer = Tenancy.as(Scope.system(key.get().district()), () -> kiosks.find(key.get())
                .flatMap(kiosk -> campuses.find(kiosk.schoolId()).map(school -> work.apply(kiosk, school))));
        return answer.orElseGet(unpaired);
    }

    /** Pairs the device; whoever is signed in on it is signed out. */
    void pair(String code, HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.KIOSK_CODE, request.getRemoteAddr());
        var key = kiosks.take(code);
        Tenancy.run(Scope.system(key.district()), () -> kiosks.pair(key));
        limits.giveBack(Limit.KIOSK_CODE, request.getRemoteAddr());
        Acting.session().ifPresent(session -> sessions.close(session.person(), session.id()));
        COOKIE.set(request, response, key.text(), YEAR);
    }

    void leave(Kiosk kiosk, String pin, HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.KIOSK_PIN, kiosk.id().toString());
        kiosks.leave(kiosk, pin);
        limits.giveBack(Limit.KIOSK_PIN, kiosk.id().toString());
        COOKIE.clear(request, response);
    }

    void limit(Kiosk kiosk) {
        limits.take(Limit.KIOSK, kiosk.id().toString());
    }

    void quiet(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    private static Optional<Key> kept(HttpServletRequest request) {
        return COOKIE.read(request).flatMap(Key::read);
    }
}
