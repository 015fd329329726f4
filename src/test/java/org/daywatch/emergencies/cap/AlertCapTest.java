package org.daywatch.emergencies.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.cap.AlertCap.Step;
import org.daywatch.emergencies.cap.AlertCap.Subject;
import org.daywatch.emergencies.cap.CapMessage.MsgType;
import org.daywatch.emergencies.cap.CapMessage.ResponseType;
import org.daywatch.emergencies.cap.CapMessage.Status;
import org.daywatch.emergencies.cap.CapMessage.Urgency;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;

/** Our alerts as CAP messages, and the signature on them. */
class AlertCapTest {

    private static final Instant START = Instant.parse("2026-11-17T16:40:00.123Z");
    private static final Path SCHEMA = Path.of("src/main/java/org/daywatch/emergencies/cap/data/CAP-v1.2.xsd");

    private final Texts texts;

    AlertCapTest() throws IOException {
        texts = new Texts();
    }

    @Test
    void everyActionOfEveryStatusIsAValidMessageAndADrillIsAlwaysAnExercise() throws Exception {
        for (var status : AlertStatus.values()) {
            for (var action : ProtocolAction.values()) {
                for (var message : messages(status, new Step(START, action,
                        action == ProtocolAction.SHELTER ? "HAZMAT/SEAL_ROOM" : "", "ACTIVE", ""))) {
                    assertThat(message.status()).isEqualTo(status == AlertStatus.ACTUAL
                            ? Status.Actual
                            : status == AlertStatus.EXERCISE ? Status.Exercise : Status.Test);
                    assertThat(faults(CapWriter.write(message))).as(status + " " + action).isEmpty();
                    assertThat(message.infos()).extracting(CapMessage.Info::language).containsExactly("en-US", "es-US");
                }
            }
        }
        var drill = messages(AlertStatus.EXERCISE, new Step(START, ProtocolAction.LOCKDOWN, "", "ACTIVE", ""))
                .getFirst();
        assertThat(drill.note()).containsIgnoringCase("drill");
        assertThat(drill.infos().getFirst().headline()).startsWith("Drill");
    }

    @Test
    void aChangeIsAnUpdateAndAFalseAlarmACancelThatReferToAllBefore() throws Exception {
        var said = messages(AlertStatus.ACTUAL, new Step(START, ProtocolAction.SECURE, "", "ACTIVE", ""),
                new Step(START.plusSeconds(60), ProtocolAction.LOCKDOWN, "", "ACTIVE", "shots heard"),
                new Step(START.plusSeconds(600), ProtocolAction.LOCKDOWN, "", "CANCELLED", "a car backfired"));
        assertThat(said).extracting(CapMessage::msgType).containsExactly(MsgType.Alert, MsgType.Update, MsgType.Cancel);
        assertThat(said.get(2).references()).extracting(CapMessage.Reference::identifier)
                .containsExactly(said.get(0).identifier(), said.get(1).identifier());
        for (var message : said) assertThat(faults(CapWriter.write(message))).isEmpty();
        var over = messages(AlertStatus.ACTUAL, new Step(START, ProtocolAction.HOLD, "", "ACTIVE", ""),
                new Step(START.plusSeconds(60), ProtocolAction.HOLD, "", "ENDED", "")).get(1);
        assertThat(over.msgType()).isEqualTo(MsgType.Update);
        assertThat(over.infos().getFirst().responseTypes()).containsExactly(ResponseType.AllClear);
        assertThat(over.infos().getFirst().urgency()).isEqualTo(Urgency.Past);
    }

    @Test
    void aSignatureHoldsForTheWholeMessageAndForNothingThatWasAltered() throws Exception {
        for (var algorithm : List.of("Ed25519", "RSA")) {
            KeyPair pair = pair(algorithm);
            var message = messages(AlertStatus.EXERCISE, new Step(START, ProtocolAction.LOCKDOWN, "", "ACTIVE", ""))
                    .getFirst();
            String signed = CapSignature.sign(message, pair.getPrivate(), "school");
            assertThat(verdict(signed, pair)).as(algorithm).isEqualTo(CapSignature.Verdict.VALID);
            assertThat(faults(signed)).isEmpty();
            assertThat(CapCheck.of(bytes(signed)).message()).contains(message);
            assertThat(CapCheck.of(bytes(signed)).signature()).isEqualTo(CapSignature.Verdict.NOT_CHECKED);
            String real = signed.replace("<status>Exercise</status>", "<status>Actual</status>");
            assertThat(verdict(real, pair)).as("a drill shown as the real thing")
                    .isEqualTo(CapSignature.Verdict.INVALID);
            assertThat(CapCheck.of(bytes(real), pair.getPublic(), null).faults()).extracting(CapFault::rule)
                    .contains("SIGNATURE");
            assertThat(verdict(signed, pair(algorithm))).as("another's key")
                    .isEqualTo(CapSignature.Verdict.INVALID);
        }
    }

    @Test
    void aSignedPartInsideAnotherMessageDoesNotVouchForTheRest() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String signed = CapSignature.sign(
                messages(AlertStatus.EXERCISE, new Step(START, ProtocolAction.HOLD, "", "ACTIVE", "")).getFirst(),
                pair.getPrivate(), "school");
        String inner = signed.replaceFirst("<\\?xml[^>]*\\?>", "");
        String wrapped = signed.replaceFirst("(?s)<ds:Signature.*</ds:Signature>|<Signature.*</Signature>", "")
                .replace("</alert>", "<note>x</note>" + inner + "</alert>");
        assertThat(verdict(wrapped, pair)).isEqualTo(CapSignature.Verdict.INVALID);
    }

    @Test
    void aSignatureOfAnotherMakeIsNamedForWhatItIsAndNotCalledForged() throws Exception {
        KeyPair pair = pair("RSA");
        var message = messages(AlertStatus.EXERCISE, new Step(START, ProtocolAction.HOLD, "", "ACTIVE", "")).getFirst();
        String old = SignedElsewhere.sign(CapWriter.write(message), pair.getPrivate(),
                "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1");
        assertThat(verdict(old, pair)).isEqualTo(CapSignature.Verdict.METHOD);
        assertThat(CapCheck.of(bytes(old), pair.getPublic(), null).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("SIGNATURE");
            assertThat(fault.value()).isEqualTo("rsa-sha1");
            assertThat(fault.todo()).contains("SHA-1", "SHA-256").doesNotContain("did not sign");
        });
        String mixed = SignedElsewhere.sign(CapWriter.write(message), pair.getPrivate(), CapSignature.RSA,
                "http://www.w3.org/2000/09/xmldsig#sha1");
        assertThat(CapCheck.of(bytes(mixed), pair.getPublic(), null).faults()).singleElement()
                .extracting(CapFault::value).isEqualTo("sha1");
        String twice = SignedElsewhere.sign(CapSignature.sign(message, pair.getPrivate(), "school"), pair.getPrivate(),
                CapSignature.RSA, "http://www.w3.org/2001/04/xmlenc#sha256");
        assertThat(verdict(twice, pair)).isEqualTo(CapSignature.Verdict.SEVERAL);
        assertThat(CapCheck.of(bytes(twice), pair.getPublic(), null).faults()).singleElement()
                .satisfies(fault -> assertThat(fault.todo()).contains("one signature").doesNotContain("did not sign"));
        assertThat(CapCheck.of(bytes(twice)).faults()).as("without a key there is nothing to check").isEmpty();
    }

    @Test
    void aSignatureByAnEllipticCurveKeyIsCheckedLikeTheOthers() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var message = messages(AlertStatus.EXERCISE, new Step(START, ProtocolAction.HOLD, "", "ACTIVE", "")).getFirst();
        String signed = SignedElsewhere.sign(CapWriter.write(message), pair.getPrivate(),
                "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256");
        var key = PublicKeys.read(java.util.Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                .orElseThrow();
        assertThat(CapCheck.of(bytes(signed), key, null).signature()).isEqualTo(CapSignature.Verdict.VALID);
        assertThat(CapCheck.of(bytes(signed.replace(">Exercise<", ">Actual<")), key, null).signature())
                .isEqualTo(CapSignature.Verdict.INVALID);
        assertThat(CapSignature.Verdict.VALID).isEqualTo(
                CapCheck.of(bytes(CapSignature.sign(message, pair.getPrivate(), "school")), key, null).signature());
    }

    private List<CapMessage> messages(AlertStatus status, Step... steps) {
        var subject = new Subject(UUID.randomUUID(), UUID.randomUUID(), status, "Saguaro Middle School",
                "Saguaro Middle School, 100 W Example Street", "Room A 12",
                ZoneId.of("America/Phoenix"), "33.455,-112.065 0.2",
                "33.45,-112.07 33.45,-112.06 33.46,-112.06 33.45,-112.07");
        return AlertCap.messages(subject, List.of(steps), (key, language) -> texts.of(language, key));
    }

    /** Of the size that senders use today; what the library takes by itself costs seconds to find. */
    private static KeyPair pair(String algorithm) throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static CapSignature.Verdict verdict(String xml, KeyPair pair) throws CapUnreadable {
        return CapCheck.of(bytes(xml), pair.getPublic(), null).signature();
    }

    private static List<CapFault> faults(String xml) throws Exception {
        return CapCheck.of(bytes(xml), null, Files.readAllBytes(SCHEMA)).faults();
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
