/** The product's mark: rising bars in a rack. */
export function Mark() {
  return (
    <svg className="mark" width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <rect x="1" y="1" width="18" height="18" rx="4" fill="currentColor" opacity="0.16" />
      <path
        d="M5.5 14.5v-3M10 14.5v-6M14.5 14.5v-9"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
