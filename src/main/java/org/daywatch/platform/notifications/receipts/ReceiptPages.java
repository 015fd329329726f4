package org.daywatch.platform.notifications.receipts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.signin.ChainPart;
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
 * Where a gateway posts what became of a message: one receipt as form or JSON object. It has no session and no form of
 * ours; its own key stands in for both. 204 says taken, also for a receipt that is known or says nothing new.
 */
@Controller
@EnableConfigurationProperties(ReceiptGateways.class)
class ReceiptPages implements ChainPart {

    private static final String ADDRESS = "/receipts/{gateway}";
    private static final int LONGEST = 16_384; // bytes; a receipt has a few hundred

    private final ReceiptGateways gateways;
    private final Receipts receipts;
    private final Limits limits;
    private final JsonMapper json;

    ReceiptPages(ReceiptGateways gateways, Receipts receipts, Limits limits, JsonMapper json) {
        this.gateways = gateways;
        this.receipts = receipts;
        this.limits = limits;
        this.json = json;
    }

    @Override
    public void join(HttpSecurity chain) {
        chain.csrf(csrf -> csrf.ignoringRequestMatchers("/receipts/*"));
    }

    @Open(why = "A gateway has no session; it proves itself with the key that is configured for it")
    @PostMapping(ADDRESS)
    ResponseEntity<Void> take(@PathVariable String gateway, HttpServletRequest request) throws IOException {
        var known = gateways.receipts().get(gateway);
        // A name that is not configured and a wrong key look the same from outside.
        if (known == null || !known.knows(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"receipts\"").build();
        }
        var receipt = read(known, request);
        return receipts.take(gateway, receipt) ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
    }

    private Receipt read(ReceiptGateway gateway, HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType());
        if (!type.contains("json")) return gateway.read(field -> request.getParameter(field) == null ? "" : request.getParameter(field));
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) throw new InvalidInput("body", body.length + " bytes or more", "Send one receipt of at most " + LONGEST + " bytes.");
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
