package org.daywatch.emergencies.cap;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of bytes that claim to be a CAP 1.2 message.
 *
 * @param message there unless the structure is broken
 * @param faults none: it is fine
 */
public record CapCheck(Optional<CapMessage> message, List<CapFault> faults, CapSignature.Verdict signature) {

    public CapCheck {
        faults = List.copyOf(faults);
    }

    /** @throws CapUnreadable when it is no XML that is taken at all */
    public static CapCheck of(byte[] bytes) throws CapUnreadable {
        return of(bytes, null, null);
    }

    /**
     * @param key to check the signature with; @param schema a profile's, checked besides: the standard's own always is
     * where we found nothing
     */
    public static CapCheck of(byte[] bytes, @Nullable PublicKey key, byte @Nullable [] schema) throws CapUnreadable {
        var document = CapXml.read(bytes);
        var verdict = CapSignature.verify(document, key);
        var faults = new ArrayList<>(CapStructure.check(document));
        Optional<CapMessage> message = faults.isEmpty() ? Optional.of(CapReader.read(document)) : Optional.empty();
        message.ifPresent(m -> faults.addAll(CapRules.check(m, references(document))));
        if (message.isPresent()) faults.addAll(CapXml.validate(document, CapXml.standard())); // a second opinion: our words are clearer, the schema is the judge
        if (schema != null) faults.addAll(CapXml.validate(document, schema));
        signature(verdict, document).ifPresent(faults::add);
        return new CapCheck(message, faults, verdict);
    }

    private static Optional<CapFault> signature(CapSignature.Verdict verdict, org.w3c.dom.Document document) {
        return switch (verdict) {
            case NONE, NOT_CHECKED, VALID -> Optional.empty();
            case INVALID -> Optional.of(new CapFault("SIGNATURE", "alert/Signature", "",
                    "The key given did not sign the whole of this message as it stands. Take none of it for true; ask the sender."));
            case METHOD -> Optional.of(new CapFault("SIGNATURE", "alert/Signature",
                    CapSignature.method(document).orElse(""),
                    "This method (SHA-1 or older) proves nothing, so it was not checked. Ask the sender to sign with SHA-256."));
            case SEVERAL -> Optional.of(new CapFault("SIGNATURE", "alert/Signature[2]", "",
                    "There is more than one signature, so none was checked. Ask the sender for a message with one signature over the whole."));
        };
    }

    private static String references(org.w3c.dom.Document document) {
        return CapXml.children(document.getDocumentElement()).stream()
                .filter(e -> "references".equals(e.getLocalName())).map(e -> e.getTextContent().strip()).findFirst()
                .orElse("");
    }
}
