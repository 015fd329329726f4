package org.daywatch.platform.notifications.receipts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.daywatch.platform.criminalhistory.AsWritten;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.security.ChainPart;
import org.daywatch.platform.notifications.Channel;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a gateway posts what became of a message: one receipt as form or JSON object, or a mail server's delivery
 * report. It has no session and no form of ours; its own key, sent or signed with, stands in for both. 204 says taken,
 * also for a receipt that is known or says nothing new.
 */
@Controller
@EnableConfigurationProperties({ReceiptGateways.class, MailGateways.class})
class ReceiptPages implements ChainPart {

    private static final String ADDRESS = "/receipts/{gateway}";
    private static final int LONGEST = 16_384; // bytes; a receipt has a few hundred
    private static final int LONGEST_REPORT = 262_144; // it may return the letter

    private final Map<String, Known> gateways = new HashMap<>();
    private final Receipts receipts;
    private final Limits limits;
    private final JsonMapper json;

    ReceiptPages(ReceiptGateways texts, MailGateways letters, Receipts receipts, Limits limits, JsonMapper json) {
        texts.receipts().forEach((name, gateway) -> gateways.put(name, new Known(Channel.SMS, gateway)));
        letters.receipts().forEach((name, gateway) -> {
            if (gateways.put(name, new Known(Channel.EMAIL, gateway)) != null) {
                throw new IllegalStateException("daywatch.sms.receipts and daywatch.mail.receipts both name " + name
                        + "; give each gateway a name of its own.");
            }
        });
        this.receipts = receipts;
        this.limits = limits;
        this.json = json;
    }

    private record Known(Channel channel, ReceiptGateway gateway) {}

    @Override
    public void join(HttpSecurity chain) {
        chain.csrf(csrf -> csrf.ignoringRequestMatchers("/receipts/*"));
    }

    @Open(why = "A gateway has no session; it proves itself with the key that is configured for it")
    @AsWritten(why = "A gateway says what became of a message and can write nothing anew")
    @PostMapping(ADDRESS)
    ResponseEntity<Void> take(@PathVariable String gateway, HttpServletRequest request) throws IOException {
        var known = gateways.get(gateway);
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean report = known != null && known.channel() == Channel.EMAIL
                && (type.startsWith("multipart/report") || type.startsWith("message/rfc822"));
        byte[] body = known == null || type.contains("form")
                ? new byte[0]
                : request.getInputStream().readNBytes((report ? LONGEST_REPORT : LONGEST) + 1);
        // A name that is not configured and a wrong key look the same from outside.
        if (known == null || !proven(known.gateway(), request, body)) {
            limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"receipts\"").build();
        }
        var receipt = report
                ? report(body, String.valueOf(request.getContentType()))
                : read(known.gateway(), request, type, body);
        return receipts.take(known.channel(), gateway, receipt)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    private static boolean proven(ReceiptGateway gateway, HttpServletRequest request, byte[] body) {
        return gateway.knows(request.getHeader(HttpHeaders.AUTHORIZATION))
                || !gateway.signature().isEmpty() && body.length > 0
                        && gateway.signed(request.getHeader(gateway.signature()), body);
    }

    private static Receipt report(byte[] body, String type) {
        if (body.length > LONGEST_REPORT)
            throw new InvalidInput("body", body.length + " bytes or more",
                    "Send a report of at most " + LONGEST_REPORT + " bytes.");
        return DeliveryReport.read(body, type);
    }

    private Receipt read(ReceiptGateway gateway, HttpServletRequest request, String type, byte[] body) {
        if (!type.contains("json"))
            return gateway.read(field -> request.getParameter(field) == null ? "" : request.getParameter(field));
        if (body.length > LONGEST)
            throw new InvalidInput("body", body.length + " bytes or more",
                    "Send one receipt of at most " + LONGEST + " bytes.");
        JsonNode root = object(body);
        return gateway.read(field -> {
            var value = root.at("/" + field.replace('.', '/'));
            return value.isValueNode() ? value.asString("") : "";
        });
    }

    private JsonNode object(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new InvalidInput("body", "", "This is no JSON: send one receipt as a JSON object, or as a form.");
        }
    }
}
