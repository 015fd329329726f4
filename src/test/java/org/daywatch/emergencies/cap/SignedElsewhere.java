package org.daywatch.emergencies.cap;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/** Signs a message as another program does: by any method, and beside a signature that stands there already. */
final class SignedElsewhere {

    private SignedElsewhere() {}

    static String sign(String xml, PrivateKey key, String method, String digest) throws Exception {
        var factory = XMLSignatureFactory.getInstance("DOM");
        var document = CapXml.read(xml.getBytes(StandardCharsets.UTF_8));
        var whole = factory.newReference("", factory.newDigestMethod(digest, null),
                List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)), null, null);
        var info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(method, null), List.of(whole));
        var context = new DOMSignContext(key, document.getDocumentElement());
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        factory.newXMLSignature(info, null).sign(context);
        return CapXml.write(document);
    }
}
