package org.daywatch.platform.identity.passkeys;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.codes.Ceremonies;
import org.daywatch.platform.identity.codes.Ceremonies.Kind;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of a passkey: adding it and proving with it. Spring Security checks the cryptography; the question
 * lies in our table instead of a server's session, so that any node may hear the answer, once.
 */
@Component
class Passkeys {

    private final PasskeyUsers users;
    private final PasskeyStore store;
    private final Ceremonies ceremonies;
    private final PublicAddress address;
    private final SecurityLog security;
    private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(PasskeyUsers users, PasskeyStore store, Ceremonies ceremonies, PublicAddress address,
            SecurityLog security) {
        this.security = security;
        this.users = users;
        this.store = store;
        this.ceremonies = ceremonies;
        this.address = address;
    }

    /** @param publicKey options as the browser's own parser takes them */
    record Question(String ceremony, JsonNode publicKey) {}

    Question askToAdd(UUID person, String email) {
        var options = creation(email);
        String id = ceremonies.ask(Kind.PASSKEY_ADD, person, options.getChallenge().toBase64UrlString());
        return new Question(id, json.valueToTree(options));
    }

    void add(UUID person, String email, String ceremony, String label, JsonNode answer) {
        var challenge = Bytes.fromBase64(ceremonies.take(Kind.PASSKEY_ADD, person, ceremony));
        var base = creation(email);
        var asked = PublicKeyCredentialCreationOptions.builder().rp(base.getRp()).user(base.getUser())
                .challenge(challenge)
                .pubKeyCredParams(base.getPubKeyCredParams()).authenticatorSelection(base.getAuthenticatorSelection())
                .attestation(base.getAttestation()).excludeCredentials(base.getExcludeCredentials())
                .timeout(base.getTimeout()).build();
        PublicKeyCredential<AuthenticatorAttestationResponse> key = read(answer, new TypeReference<>() {});
        checked(() -> operations().registerCredential(
                new ImmutableRelyingPartyRegistrationRequest(asked, new RelyingPartyPublicKey(key, label))));
    }

    /** @param person who has to prove it; null when anybody may sign in with a passkey they have */
    Question askToProve(@Nullable UUID person) {
        var options = operations()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        String id = ceremonies.ask(kind(person), person, options.getChallenge().toBase64UrlString());
        return new Question(id, json.valueToTree(options));
    }

    /** @return whose passkey it was */
    UUID prove(@Nullable UUID person, String ceremony, JsonNode answer) {
        var challenge = Bytes.fromBase64(ceremonies.take(kind(person), person, ceremony));
        var asked = PublicKeyCredentialRequestOptions.builder().challenge(challenge).rpId(address.host())
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED).build();
        PublicKeyCredential<AuthenticatorAssertionResponse> key = read(answer, new TypeReference<>() {});
        try {
            var owner = checked(() -> operations().authenticate(new RelyingPartyAuthenticationRequest(asked, key)));
            return users.person(owner.getId());
        } catch (InvalidInput refused) {
            security.refused(SecurityEvent.AUTHN_LOGIN_FAIL, person, Map.of("proof", Sessions.PASSKEY));
            throw refused;
        }
    }

    private static Kind kind(@Nullable UUID person) {
        return person == null ? Kind.PASSKEY_SIGN_IN : Kind.PASSKEY_PROOF;
    }

    private PublicKeyCredentialCreationOptions creation(String email) {
        return operations()
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(email, null, List.of())));
    }

    private Webauthn4JRelyingPartyOperations operations() {
        var site = PublicKeyCredentialRpEntity.builder().id(address.host()).name("Daywatch").build();
        var operations = new Webauthn4JRelyingPartyOperations(users, store, site, Set.of(address.get()));
        operations.setCustomizeCreationOptions(o -> o.attestation(AttestationConveyancePreference.NONE)
                .authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder().residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED).build()));
        operations.setCustomizeRequestOptions(o -> o.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private <T> T read(JsonNode answer, TypeReference<T> type) {
        try {
            return json.readValue(answer.toString(), type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InvalidInput("credential", "", "passkey.wrong.unread");
        }
    }

    /**
     * Whatever the library says against an answer: a wrong signature, origin, challenge or counter is a refusal, not a
     * failure of ours.
     */
    private static <T> T checked(java.util.function.Supplier<T> check) {
        try {
            return check.get();
        } catch (com.webauthn4j.util.exception.WebAuthnException | IllegalArgumentException | NullPointerException e) {
            org.slf4j.LoggerFactory.getLogger(Passkeys.class).info("a passkey was refused: {}", e.toString());
            throw new InvalidInput("credential", "", "passkey.wrong.refused");
        }
    }
}
