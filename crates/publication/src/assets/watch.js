addEventListener("DOMContentLoaded", () => {
  if (globalThis.vademecum) return;
  const status = document.getElementById("vademecum-status");
  status.textContent = {{message}};
  status.setAttribute("role", "alert");
});
