#!/usr/bin/env python3
"""What libtorch takes for the same work: the peer of `./nurie bench neural`.

Reads one task a line from standard input and answers each with one line of numbers:

    convolution IN OUT SIDE BATCH KERNEL    seconds forward, seconds forward and backward
    step BATCH SIDE                         seconds of one training step of the U-Net, MB above the start
    matcher PAIRS SIDE                      seconds of one training step of the matcher
    style SIDE WIDTH WIDEST BATCH           seconds of a StyleGAN2's step, of R1 and of path length, MB above the start
"""
import sys
import time

import stylegan
import torch
import torch.nn.functional as F

torch.set_num_threads(2)
torch.manual_seed(0)


def seconds(body):
    """One run's time, over as many as fill a tenth of a second."""
    body()
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < 0.1:
        body()
        count += 1
    return (time.perf_counter() - start) / count


def convolution(inputs, outputs, side, batch, kernel):
    x = torch.randn(batch, inputs, side, side)
    weight, bias = torch.randn(outputs, inputs, kernel, kernel), torch.randn(outputs)
    seed = torch.randn(batch, outputs, side, side)

    def forward():
        with torch.no_grad():
            F.conv2d(x, weight, bias, padding=kernel // 2)

    leaves = [part.clone().requires_grad_() for part in (x, weight, bias)]

    def both():
        torch.autograd.grad(F.conv2d(*leaves, padding=kernel // 2), leaves, seed)

    return seconds(forward), seconds(both)


def memory(field):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith(field))


class Block(torch.nn.Sequential):
    def __init__(self, inputs, outputs):
        super().__init__(
            torch.nn.Conv2d(inputs, outputs, 3, padding=1), torch.nn.GroupNorm(4, outputs), torch.nn.ReLU())


class UNet(torch.nn.Module):
    """Sources/Networks/UNet.swift."""

    def __init__(self, inputs, classes, widths):
        super().__init__()
        pairs = list(zip([inputs] + widths, widths))
        self.down = torch.nn.ModuleList(Block(*pair) for pair in pairs[:-1])
        self.middle = Block(*pairs[-1])
        self.up = torch.nn.ModuleList(Block(a + b, b) for b, a in reversed(list(zip(widths, widths[1:]))))
        self.head = torch.nn.Conv2d(widths[0], classes, 1)

    def forward(self, x):
        skips = []
        for block in self.down:
            skips.append(block(x))
            x = F.avg_pool2d(skips[-1], 2)
        x = self.middle(x)
        for block, skip in zip(self.up, reversed(skips)):
            x = block(torch.cat([F.interpolate(x, scale_factor=2), skip], 1))
        return self.head(x)


class StyleTraining:
    """Steps as Sources/Training/Styles/StyleTrainer.swift makes them."""

    def __init__(self, side, width, widest, batch):
        stylegan.BY_FILTERS = False
        self.shape = stylegan.Shape(side, width, widest, 64, 4)
        self.batch = batch

        def network(names):
            return {name: value.requires_grad_() for name, value in stylegan.parameters(names).items()}

        self.g = network(stylegan.generator_names(self.shape))
        self.d = network(stylegan.discriminator_names(self.shape))
        self.moves = {id(p): torch.optim.Adam(p.values(), lr=2e-3, betas=(0.0, 0.99)) for p in (self.g, self.d)}
        self.average = {name: value.detach().clone() for name, value in self.g.items()}
        self.real = torch.rand(batch, 3, side, side) * 2 - 1
        self.start = memory("VmRSS")

    def styles(self, count):
        style = stylegan.style_of(self.g, torch.randn(count, self.shape.style), self.shape)
        return style[:, None].repeat(1, 2 * len(self.shape.sides), 1)

    def pictures(self, styles):
        noise = [torch.randn(len(styles), 1, side, side) for side in self.shape.noise()]
        return stylegan.generate(self.g, styles, noise, self.shape)

    def move(self, network, loss):
        gradients = torch.autograd.grad(loss, list(network.values()), allow_unused=True)
        for value, gradient in zip(network.values(), gradients):
            value.grad = gradient
        self.moves[id(network)].step()

    def plain(self):
        with torch.no_grad():
            fake = self.pictures(self.styles(self.batch))
        self.move(self.d, F.softplus(stylegan.judge(self.d, fake, self.shape)).mean()
                  + F.softplus(-stylegan.judge(self.d, self.real, self.shape)).mean())
        self.move(self.g, F.softplus(-stylegan.judge(self.d, self.pictures(self.styles(self.batch)), self.shape)).mean())
        with torch.no_grad():
            for name, value in self.average.items():
                value.lerp_(self.g[name], 0.002)

    def steepness(self):
        x = self.real.clone().requires_grad_()
        slope, = torch.autograd.grad(stylegan.judge(self.d, x, self.shape).sum(), x, create_graph=True)
        self.move(self.d, (slope ** 2).sum() / self.batch * 5)

    def length(self):
        styles = self.styles(self.batch // 2)
        picture = self.pictures(styles)
        slope, = torch.autograd.grad((picture * torch.randn_like(picture)).sum() / self.shape.side, styles,
                                     create_graph=True)
        self.move(self.g, (slope ** 2).sum(2).mean(1).sqrt().square().mean() * 8)

    def step(self):
        times = []
        for part in (self.plain, self.steepness, self.length):
            start = time.perf_counter()
            part()
            times.append(time.perf_counter() - start)
        return *times, memory("VmHWM") - self.start


class Training:
    def __init__(self, batch, side):
        self.net = UNet(3, 4, [32, 48, 64, 96])
        self.adam = torch.optim.Adam(self.net.parameters(), lr=1e-3)
        self.images = torch.randn(batch, 3, side, side)
        self.labels = torch.randint(0, 4, (batch, side, side))
        self.start = memory("VmRSS")

    def step(self):
        start = time.perf_counter()
        self.adam.zero_grad()
        F.cross_entropy(self.net(self.images), self.labels).backward()
        self.adam.step()
        return time.perf_counter() - start, memory("VmHWM") - self.start


class Residual(torch.nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.norm = torch.nn.GroupNorm(8, channels)
        self.first = torch.nn.Conv2d(channels, channels, 3, padding=1)
        self.second = torch.nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x):
        return x + self.second(F.relu(self.first(self.norm(x))))


class Matcher(torch.nn.Module):
    """Sources/Networks/MatcherNetwork.swift."""

    def __init__(self, widths=(48, 96, 144, 160), blocks=(1, 2, 2, 2)):
        super().__init__()

        def stem(inputs):
            return torch.nn.Sequential(
                torch.nn.Conv2d(inputs, 24, 3, 2, 1), torch.nn.ReLU(), torch.nn.Conv2d(24, widths[0], 3, 2, 1))

        def rescaling(inputs, outputs, kernel, stride):
            return torch.nn.Sequential(
                torch.nn.GroupNorm(8, inputs), torch.nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2))

        steps = list(zip(widths, widths[1:]))
        self.lines, self.colours = stem(2), stem(4)
        self.down = torch.nn.ModuleList(
            torch.nn.Sequential(*(Residual(width) for _ in range(count))) for width, count in zip(widths, blocks))
        self.coarser = torch.nn.ModuleList(rescaling(a, b, 3, 2) for a, b in steps)
        self.narrower = torch.nn.ModuleList(rescaling(b, a, 1, 1) for a, b in steps)
        self.up = torch.nn.ModuleList(Residual(width) for width in widths[:-1])
        self.norm = torch.nn.GroupNorm(8, widths[0])
        self.embedding, self.parts = torch.nn.Conv2d(widths[0], 64, 1), torch.nn.Conv2d(widths[0], 14, 1)

    def forward(self, lines, colours):
        x = torch.cat([self.lines(lines), self.colours(colours)])
        scales = []
        for level, blocks in enumerate(self.down):
            x = blocks(x if level == 0 else self.coarser[level - 1](x))
            scales.append(x)
        for level in (2, 1, 0):
            x = self.up[level](scales[level] + F.interpolate(self.narrower[level](x), scale_factor=2))
        x = self.norm(x)
        return F.normalize(self.embedding(x)), self.parts(x)


class MatcherTraining:
    def __init__(self, pairs, side):
        self.net = Matcher()
        self.adam = torch.optim.Adam(self.net.parameters(), lr=1e-3)
        self.lines, self.colours = torch.rand(pairs, 2, side, side), torch.rand(pairs, 4, side, side)
        self.given = torch.randn(2 * pairs, 64, side // 4, side // 4)
        self.labels = torch.randint(0, 14, (2 * pairs, side // 4, side // 4))

    def step(self):
        start = time.perf_counter()
        self.adam.zero_grad()
        embedding, parts = self.net(self.lines, self.colours)
        (F.cross_entropy(parts, self.labels) + (embedding * self.given).mean()).backward()
        self.adam.step()
        return (time.perf_counter() - start,)


training = matcher = style = None
for line in sys.stdin:
    task, *numbers = line.split()
    if task == "step":
        training = training or Training(*map(int, numbers))
        result = training.step()
    elif task == "matcher":
        matcher = matcher or MatcherTraining(*map(int, numbers))
        result = matcher.step()
    elif task == "style":
        style = style or StyleTraining(*map(int, numbers))
        result = style.step()
    else:
        result = convolution(*map(int, numbers))
    print(*result, flush=True)
