package org.daywatch.emergencies.cap;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The enveloped XML signature CAP allows, over the whole message. Ed25519, or else RSA or ECDSA with SHA-256. */
public final class CapSignature {

    static final String ED25519 = "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519";
    static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    static final String EC = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    /** Methods by which nothing is proved any more, since two texts can be made that they take for one. */
    private static final Pattern BROKEN = Pattern.compile("(?i).*[#-](sha1|md5|hmac-.*|ripemd160)$");

    /** @see #verify */
    public enum Verdict {
        /** The message carries no signature. */
        NONE,
        /** It carries one, and no key was given to check it with. */
        NOT_CHECKED,
        /** The whole message is what the owner of the key signed. */
        VALID,
        /** Altered, by another key, or over only a part of the message. */
        INVALID,
        /** By a method that proves nothing (SHA-1, MD5) or is not known; so it was not checked. */
        METHOD,
        /** More than one, where the standard knows one; so none was checked. */
        SEVERAL
    }

    private CapSignature() {}

    /** @param keyName under which the receiver knows the key. @return the message with its signature, UTF-8 XML */
    public static String sign(CapMessage message, PrivateKey key, String keyName) {
        var factory = XMLSignatureFactory.getInstance("DOM");
        try {
            // Read again, since a tree that was built carries its namespaces in no attribute, and another digest would come out.
            var document = CapXml.read(CapWriter.write(message).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var whole = factory.newReference("", factory.newDigestMethod(DigestMethod.SHA256, null), List.of(
                    factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                    factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null, null);
            var info = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(method(key), null), List.of(whole));
            var keys = factory.getKeyInfoFactory();
            factory.newXMLSignature(info, keys.newKeyInfo(List.of(keys.newKeyName(keyName))))
                    .sign(new DOMSignContext(key, document.getDocumentElement()));
            return CapXml.write(document);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException | CapUnreadable e) {
            throw new IllegalStateException(
                    "The message " + message.identifier() + " could not be signed: " + e.getMessage(), e);
        }
    }

    private static String method(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> RSA;
            case "EC" -> EC;
            default -> ED25519;
        };
    }

    /** The first method of a signature by which nothing is proved, by its own name such as rsa-sha1. */
    static Optional<String> method(Document document) {
        var names = new ArrayList<String>();
        for (var element : List.of("SignatureMethod", "DigestMethod")) {
            var found = document.getElementsByTagNameNS(CapStructure.SIGNATURE_NAMESPACE, element);
            for (int i = 0; i < found.getLength(); i++) names.add(((Element) found.item(i)).getAttribute("Algorithm"));
        }
        return names.stream().filter(name -> BROKEN.matcher(name).matches()).map(name -> name.replaceFirst(".*#", ""))
                .findFirst();
    }

    /**
     * Holds only when the signature stands directly in the alert and covers the whole of it: a signed part says nothing
     * of the rest.
     */
    static Verdict verify(Document document, @org.jspecify.annotations.Nullable PublicKey key) {
        var signatures = document.getElementsByTagNameNS(CapStructure.SIGNATURE_NAMESPACE, "Signature");
        if (signatures.getLength() == 0) return Verdict.NONE;
        if (key == null) return Verdict.NOT_CHECKED;
        for (int i = 0; i < signatures.getLength(); i++)
            if (signatures.item(i).getParentNode() != document.getDocumentElement()) return Verdict.INVALID;
        if (signatures.getLength() > 1) return Verdict.SEVERAL;
        if (method(document).isPresent()) return Verdict.METHOD;
        try {
            var context = new DOMValidateContext(KeySelector.singletonKeySelector(key), (Element) signatures.item(0));
            context.setProperty("org.jcp.xml.dsig.secureValidation", true);
            var signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            boolean whole = signature.getSignedInfo().getReferences().size() == 1
                    && wholeMessage(signature.getSignedInfo().getReferences().getFirst());
            return whole && signature.validate(context) ? Verdict.VALID : Verdict.INVALID;
        } catch (MarshalException | XMLSignatureException | ClassCastException e) {
            return Verdict.INVALID;
        }
    }

    private static boolean wholeMessage(Reference reference) {
        return "".equals(reference.getURI()) && reference.getTransforms().stream().map(Transform::getAlgorithm)
                .allMatch(a -> a.equals(Transform.ENVELOPED) || a.startsWith(CanonicalizationMethod.EXCLUSIVE)
                        || a.startsWith(CanonicalizationMethod.INCLUSIVE));
    }
}
