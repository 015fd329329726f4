package org.daywatch.emergencies.reach.push;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts for one browser as RFC 8291 says (aes128gcm, RFC 8188, one record). Only the JDK's own cryptography. */
final class PushCipher {

    static final ECParameterSpec P256 = p256();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RECORD = 4096;

    private PushCipher() {}

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] encrypt(byte[] text, byte[] browserKey, byte[] secret) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(P256);
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return encrypt(text, browserKey, secret, generator.generateKeyPair(), salt);
    }

    /** @param ours a key pair used once @param salt 16 bytes used once */
    static byte[] encrypt(byte[] text, byte[] browserKey, byte[] secret, KeyPair ours, byte[] salt)
            throws GeneralSecurityException {
        byte[] ourKey = point((ECPublicKey) ours.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(key(browserKey), true);
        byte[] material = hkdf(secret, agreement.generateSecret(),
                join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), browserKey, ourKey), 32);
        byte[] key = hkdf(salt, material, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = hkdf(salt, material, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] sealed = cipher.doFinal(join(text, new byte[] {2})); // 2: the last record
        return join(salt, ByteBuffer.allocate(5).putInt(RECORD).put((byte) ourKey.length).array(), ourKey, sealed);
    }

    static byte[] hkdf(byte[] salt, byte[] material, byte[] info, int length) throws GeneralSecurityException {
        byte[] pseudorandom = hmac(salt, material);
        return java.util.Arrays.copyOf(hmac(pseudorandom, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    /** @param point uncompressed, 65 bytes @throws GeneralSecurityException where it is no point of the curve */
    static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != 65 || point[0] != 4)
            throw new GeneralSecurityException("not an uncompressed point of P-256");
        var x = new BigInteger(1, java.util.Arrays.copyOfRange(point, 1, 33));
        var y = new BigInteger(1, java.util.Arrays.copyOfRange(point, 33, 65));
        var p = ((java.security.spec.ECFieldFp) P256.getCurve().getField()).getP();
        var right = x.modPow(BigInteger.valueOf(3), p).add(P256.getCurve().getA().multiply(x))
                .add(P256.getCurve().getB()).mod(p);
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.modPow(BigInteger.TWO, p).equals(right))
            throw new GeneralSecurityException("not a point of P-256");
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), P256));
    }

    static byte[] point(ECPublicKey key) {
        return join(new byte[] {4}, thirtyTwo(key.getW().getAffineX()), thirtyTwo(key.getW().getAffineY()));
    }

    private static byte[] thirtyTwo(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, exact, 32 - (bytes.length - from), bytes.length - from);
        return exact;
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
