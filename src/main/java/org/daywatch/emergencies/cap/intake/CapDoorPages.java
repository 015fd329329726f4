package org.daywatch.emergencies.cap.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.cap.intake.CapNotices.Bringer;
import org.daywatch.emergencies.cap.intake.CapSources.Door;
import org.daywatch.emergencies.webhooks.calls.WebhookSignature;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.security.ChainPart;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.forms.Act;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where another agency posts a CAP message: signed like our own webhooks, checked, and answered in JSON. */
@Controller
class CapDoorPages implements ChainPart {

    private final CapSources sources;
    private final CapNotices notices;
    private final ProgramRules rules;
    private final Limits limits;
    private final Clock clock;
    private final HomeTime home;

    CapDoorPages(CapSources sources, CapNotices notices, ProgramRules rules, Limits limits, Clock clock,
            HomeTime home) {
        this.sources = sources;
        this.notices = notices;
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
        this.home = home;
    }

    @Override
    public void join(HttpSecurity chain) {
        chain.csrf(csrf -> csrf.ignoringRequestMatchers("/cap/*"));
    }

    /** 201 taken in, 200 known already, 401 not signed as it must be, 422 no message for schools: each says why. */
    @Open(why = "Another agency has no session; its signature with a key of its own stands for it")
    @PostMapping("/cap/{door}")
    ResponseEntity<Map<String, Object>> take(@PathVariable String door, HttpServletRequest request) throws IOException {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        byte[] bytes = request.getInputStream().readNBytes(CapNotices.LARGEST + 1);
        var where = Door.read(door);
        if (where.isEmpty()) return unknown();
        return Tenancy.as(Scope.system(where.get().district()), () -> {
            var source = sources.find(where.get().source());
            if (source.isEmpty() || !signed(request, bytes, source.get().key())) return unknown();
            limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr());
            return Act.answer(wrong -> answer(HttpStatus.UNPROCESSABLE_ENTITY, "taken", "refused", "field", "message",
                    "why", said(wrong)), () -> {
                        var taken = notices.take(where.get().district(), bytes,
                                new Bringer(where.get().source(), source.get().name(), null, source.get().sender()));
                        return answer(taken.fresh() ? HttpStatus.CREATED : HttpStatus.OK, "taken",
                                taken.fresh() ? "taken in" : "known already", "identifier", taken.identifier(),
                                "schools", taken.schools());
                    });
        });
    }

    private boolean signed(HttpServletRequest request, byte[] body, String key) {
        String time = String.valueOf(request.getHeader("Daywatch-Time"));
        String signature = String.valueOf(request.getHeader("Daywatch-Signature"));
        if (!time.matches("[0-9]{1,12}")) return false;
        long skew = rules.inForce("CAP_SKEW", "ALL", home.today()).orElseThrow().number();
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) > skew) return false;
        String right = "v1=" + WebhookSignature.hmac(key, join(time, body));
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(String time, byte[] body) {
        byte[] head = (time + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String said(InvalidInput wrong) {
        String message = wrong.errors().getFirst().message();
        return switch (message) {
            case "capnotices.wrong.large" -> "The message is larger than 256 KB. Send a shorter one.";
            case "capnotices.wrong.status" ->
                "Messages of status System or Draft are none for schools. Send Actual, Exercise or Test.";
            case "capnotices.wrong.type" -> "Ack and Error say nothing to schools. Send Alert, Update or Cancel.";
            case "capnotices.wrong.unsigned" ->
                "It carries no signature of its own, and your messages are taken with one only. Sign the whole message with the key you handed over.";
            default -> message;
        };
    }

    private static ResponseEntity<Map<String, Object>> unknown() {
        return answer(HttpStatus.UNAUTHORIZED, "taken", "refused", "field", "Daywatch-Signature", "why",
                "No such address, or the signature does not fit: v1= and the HMAC-SHA256 in hex, with your key, over "
                        + "Daywatch-Time, a dot and the body; the time in seconds, at most five minutes off.");
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Object... pairs) {
        var said = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) said.put((String) pairs[i], pairs[i + 1]);
        return ResponseEntity.status(status).header("Cache-Control", "no-store").body(said);
    }
}
